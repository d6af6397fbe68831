"""The story as an e-mail that is not sent yet: a subject line, and the plain text as its body (RFC 5322, MIME).

It has neither sender nor receiver: whoever sends it opens the file in a mail program, or copies subject and text from
it. Headers say nothing of the day or the machine, so that the same leaflet is the same bytes.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from handoutgen.alternatives.plain_text import plain_text
from handoutgen.story.passages import Said, Story
from handoutgen.story.voice import words_of

_WAY = policy.SMTP.clone(cte_type="8bit", max_line_length=998)
"""Lines end with CRLF, as mail has them; text is UTF-8 as it stands, so that the file can be read as it is."""


def email_text(story: Story) -> bytes:
    """The whole leaflet as a message. Opened in a mail program, it is a draft (`X-Unsent`) where that knows of them."""
    message = EmailMessage(_WAY)
    message["Subject"] = subject_of(story)
    message["X-Unsent"] = "1"
    message.set_content(plain_text(story).decode("utf-8"), cte="8bit")
    return message.as_bytes()


def subject_of(story: Story) -> str:
    """ "Leg cramps in multiple sclerosis (Riverside Neurology Clinic)", on one line."""
    givers = [each for each in story.opening if isinstance(each, Said) and each.kind == "giver"]
    said = [story.title, *(f"({words_of(each.words)})" for each in givers)]
    return " ".join(" ".join(said).split())


def words_of_email(data: bytes) -> str:
    """The subject and the body, as a mail program reads them."""
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain",))
    return f"{message['Subject']}\n{body.get_content() if body else ''}"
