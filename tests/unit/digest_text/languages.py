"""What languages make of a size: units, the word for a second, and numbers. Written from answers of 3.1.12 and 3.1.9.2.

A unit that no answer showed is None, and is not tried.
"""

from __future__ import annotations

from dataclasses import dataclass

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True)
class Language:
    """Words of one language."""

    units: tuple[str | None, str | None, str | None, str | None, str | None]
    second: str
    sizes_have_a_stroke: bool = False


LANGUAGES = {
    "en": Language(("B", "KiB", "MiB", "GiB", "TiB"), "/s"),
    "ru": Language(("Б", "КиБ", "МиБ", "ГиБ", "ТиБ"), "/с"),
    "de": Language(("B", "KB", "MiB", "GB", "TB"), "/s"),
    "fr": Language(("o", "Ko", "Mo", "Go", "To"), "/s"),
    "pt_BR": Language(("B", "Kib", None, None, None), "/s"),
    "ar": Language((None, "ك.ب", None, None, None), "/ث"),
    "el": Language(("B", "KiB/s", "MiB", "GiB", "TiB"), "/δ", sizes_have_a_stroke=True),
    "he": Language((None, None, None, "גיגה בייט", None), "/ש"),
    "ko": Language(("바이트", "KB", None, None, None), "/초"),
    "vi": Language(("B", "KiB", "MiB", "GiB", "TiB"), "/giây"),
    "hy": Language((None, "KiB", None, None, None), "/վ"),
    "ka": Language((None, "KiB", None, None, None), "/წ"),
}

# how 3.1.10 and younger write numbers, and how the system's locale makes 3.1.9.2 write them
NUMBERS = {
    "plain": ("", "."),
    "en": (",", "."),
    "de": (".", ","),
    "ru": ("\u00a0", ","),
    "ar": ("٬", "٫"),
}


def figure(tenths: int, numbers: str) -> str:
    """Tenths with one decimal."""
    mark, point = NUMBERS[numbers]
    text = f"{tenths // 10:,}".replace(",", mark) + point + str(tenths % 10)
    return text.translate(ARABIC) if numbers == "ar" else text


def size(value: int, language: Language, numbers: str) -> str | None:
    """Bytes as the daemon writes them, cut off; None where the unit is not known."""
    step = 0
    while step < 4 and value >= 1024 ** (step + 1):
        step += 1
    unit = language.units[step]
    if unit is None:
        return None
    return f"{value} {unit}" if step == 0 else f"{figure(value * 10 // 1024**step, numbers)} {unit}"


@dataclass(frozen=True)
class Times:
    """Units of durations: days, hours, minutes."""

    days: str
    hours: str
    minutes: str
    less: str = "<"


# en, ru: seen and documented. tr, el, uk, hy: the minutes, and «, were seen; the rest are the first letters of their words
TIMES = {
    "en": Times("d", "h", "m"),
    "ru": Times("д", "ч", "м"),
    "tr": Times("g", "s", "d"),
    "el": Times("η", "ώ", "λ"),
    "uk": Times("д", "г", "хв"),
    "hy": Times("օ", "ժ", "ր", less="«"),
}


def duration(seconds: int, times: Times) -> str:
    """Seconds as the daemon writes them, cut off."""
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if seconds == 0:
        return "0"
    if minutes == 0:
        return f"{times.less} 1{times.minutes}"
    if hours == 0:
        return f"{minutes}{times.minutes}"
    if days == 0:
        return f"{hours}{times.hours} {minutes % 60}{times.minutes}"
    return f"{days}{times.days} {hours % 24}{times.hours}" if days < 100 else "∞"
