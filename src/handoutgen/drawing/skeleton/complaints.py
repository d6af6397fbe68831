"""What is wrong with how a figure stands."""

from msgspec import Struct


class Complaint(Struct, frozen=True):
    """One joint that no body has, or a place that a limb cannot reach.

    ``text`` says what is wrong and what to change; ``key`` is the word of the figure that says it, such as near_leg.
    """

    joint: str
    text: str
    key: str
