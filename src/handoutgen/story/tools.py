"""What is said on the tools to write on, beside the author's own words."""

from __future__ import annotations

from handoutgen.content.markdown.inline import Text
from handoutgen.content.tools import Diary
from handoutgen.story.voice import SharedVoice


def example_words(voice: SharedVoice, diary: Diary) -> list[Text]:
    """The diary's example as one sentence: "Example: Day: Monday; How bad: 6." Empty where no column has one."""
    filled = [column for column in diary.columns if column.example]
    if not filled:
        return []
    said = [Text(voice.word("example") + voice.word("colon"), strong=True)]
    for index, column in enumerate(filled):
        between = voice.word("between_items") + " " if index else ""
        said += [Text(between), Text(column.title + voice.word("colon"), strong=True), Text(column.example or "")]
    said.append(Text(voice.word("full_stop")))
    return [part for part in said if part.text]
