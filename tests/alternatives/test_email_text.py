"""The e-mail has a subject, and says as its body what the plain text says."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes, policy

from msgspec.structs import replace

from handoutgen.alternatives.email_text import email_text, subject_of, words_of_email
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.build import Order, build
from handoutgen.content.markdown.inline import Text
from handoutgen.story.passages import Said, Story
from handoutgen.workshop import Workshop
from leaflets import samples
from leaflets.conftest import ROOT

STORY = Story("en-GB", "ltr", "Leg cramps", (Said([Text("A clinic")], "giver"),), (), ())


def test_the_subject_says_what_it_is_about_and_who_gives_it_on_one_line() -> None:
    assert subject_of(STORY) == "Leg cramps (A clinic)"
    assert subject_of(replace(STORY, title="Leg\r\nBcc: a@b.org", opening=())) == "Leg Bcc: a@b.org"
    message = message_from_bytes(email_text(replace(STORY, title="Leg\r\nBcc: a@b.org")), policy=policy.default)
    assert message["Bcc"] is None


def test_a_subject_in_any_script_comes_back_whole() -> None:
    title = "تقلصات الساق في التصلب المتعدد " * 3
    message = message_from_bytes(email_text(replace(STORY, title=title)), policy=policy.default)
    assert message["Subject"] == f"{title}(A clinic)"
    assert email_text(replace(STORY, title=title)).partition(b"\r\n\r\n")[0].isascii()


def test_the_body_is_the_plain_text_with_the_lines_of_mail_and_nothing_of_the_day() -> None:
    data = email_text(STORY)
    head, _, body = data.partition(b"\r\n\r\n")
    assert body.replace(b"\r\n", b"\n") == plain_text(STORY)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert sorted(line.split(b":")[0] for line in head.split(b"\r\n")) == [
        b"Content-Transfer-Encoding", b"Content-Type", b"MIME-Version", b"Subject", b"X-Unsent",
    ]  # fmt: skip
    assert words_of_email(data).replace("\r\n", "\n") == f"Leg cramps (A clinic)\n{plain_text(STORY).decode()}"


def test_a_leaflet_is_built_as_an_e_mail_for_a_clinic() -> None:
    order = Order(samples.ARABIC, None, "email", "standard", date(2026, 12, 1))
    clinic = ROOT / "clinics/riverside-neurology.yaml"
    built = build(replace(order, leaflet=samples.LEG_CRAMPS, clinic=clinic), Workshop())
    assert built.file_name == "leg-cramps-ms_en-GB_riverside-neurology_email.eml"
    message = message_from_bytes(built.data, policy=policy.default)
    assert message["Subject"] == "Leg cramps in multiple sclerosis (Riverside Neurology Clinic)"
    assert message.get_content_type() == "text/plain"
    assert max(map(len, built.data.splitlines())) <= 998  # RFC 5322 2.1.1
