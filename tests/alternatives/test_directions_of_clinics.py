"""A clinic's words in an alternative that runs the other way: marked for who sees it, the words alone for a voice."""

from __future__ import annotations

from handoutgen.alternatives.email_text import email_text
from handoutgen.alternatives.plain_text import plain_text
from handoutgen.alternatives.read_aloud.ssml import ssml
from handoutgen.story.isolating import FIRST_STRONG_ISOLATE, POP_ISOLATE, isolated
from handoutgen.story.telling import tell
from story.small_leaflet import clinic, leaflet, voice


def test_an_english_sentence_keeps_its_direction_in_text_and_mail_and_is_bare_in_speech() -> None:
    arabic = leaflet(language="ar")
    story = tell(arabic, voice(clinic(other_formats="Ask us."), "ar", "ar"))
    marked = isolated("Ask us.", "rtl")
    assert marked in plain_text(story).decode()
    assert FIRST_STRONG_ISOLATE in email_text(story).decode("utf-8", "replace") or b"=E2=81=A8" in email_text(story)
    said = ssml(story).decode()
    assert "Ask us." in said
    assert not {FIRST_STRONG_ISOLATE, POP_ISOLATE} & set(said)
