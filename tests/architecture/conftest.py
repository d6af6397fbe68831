"""The house as it stands, read once."""

from __future__ import annotations

import pytest

from architecture.house import SOURCE, House, modules_in


@pytest.fixture(scope="session")
def house() -> House:
    return modules_in(SOURCE)
