"""What a language is called by those who speak it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from handoutgen.language import language_of

_NAMES: Mapping[str, str] = MappingProxyType({
    "ar": "العربية", "bn": "বাংলা", "cs": "Čeština", "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά",
    "en": "English", "es": "Español", "fa": "فارسی", "fr": "Français", "ga": "Gaeilge", "gd": "Gàidhlig",
    "gu": "ગુજરાતી", "he": "עברית", "hi": "हिन्दी", "hu": "Magyar", "it": "Italiano", "ja": "日本語", "ko": "한국어",
    "ku": "Kurdî", "lt": "Lietuvių", "nl": "Nederlands", "no": "Norsk", "pa": "ਪੰਜਾਬੀ", "pl": "Polski", "ps": "پښتو",
    "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "so": "Soomaali", "sq": "Shqip",
    "sv": "Svenska", "ta": "தமிழ்", "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文",
})  # fmt: skip


def own_name(tag: str) -> str:
    """The language of a tag in its own words; with its region where it is not the usual one, and the tag itself where
    we know no name."""
    language = language_of(tag)
    name = _NAMES.get(language.primary)
    if name is None:
        return tag
    usual = {"GB", ""} if language.primary == "en" else {language.region}
    return name if language.region in usual else f"{name} ({language.region})"
