"""Every code belongs to one subject, by what it is about: files, texts or printing."""

from __future__ import annotations

from handoutgen.codes import SUBJECTS, files, printing, texts
from handoutgen.codes.subject import Subject


def test_the_subjects_are_those_of_the_three_modules() -> None:
    found = [each for module in (files, texts, printing) for each in vars(module).values() if isinstance(each, Subject)]
    assert sorted(each.name for each in found) == sorted(each.name for each in SUBJECTS)
