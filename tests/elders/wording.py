"""Numbers as the Digest generation words them: with units, translated, cut off after one decimal.

English and Russian as recorded in tests/data/recordings/locales (3.1.12 and 3.1.9.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.elders.profiles import Profile

INFINITY: Final = "∞"
ETA_LIMIT: Final = 8_640_000  # seconds, a hundred days
RATIO_LIMIT: Final = 100
KIB: Final = 1024


@dataclass(frozen=True)
class Language:
    """The words of one translation."""

    units: tuple[str, ...]
    per_second: str
    unknown: str
    under_a_minute: str
    minutes: str
    hours: str
    days: str
    seeded: str
    maximum: str
    this_session: str
    download: str
    upload: str
    statuses: Mapping[str, str]
    banned: str
    not_a_torrent: str


ENGLISH: Final = Language(
    units=("B", "KiB", "MiB", "GiB", "TiB"),
    per_second="/s",
    unknown="Unknown",
    under_a_minute="< 1m",
    minutes="{}m",
    hours="{}h {}m",
    days="{}d {}h",
    seeded="{} (Seeded for {})",
    maximum="{} ({} max)",
    this_session="{} ({} this session)",
    download="D: {} - T: {}",
    upload="U: {} - T: {}",
    statuses={},
    banned="Your IP address has been banned after too many failed authentication attempts.",
    not_a_torrent="Error: '{}' is not a valid torrent file.\n",
)
# of these, the ban's words, `hours` and the error of an upload were not recorded
RUSSIAN: Final = Language(
    units=("Б", "КиБ", "МиБ", "ГиБ", "ТиБ"),
    per_second="/с",
    unknown="Неизвестно",
    under_a_minute="< 1м",
    minutes="{}м",
    hours="{}ч {}м",
    days="{}д {}ч",
    seeded="{} (Раздается {})",
    maximum="{} ({} макс)",
    this_session="{} ({} за эту сессию)",
    download="Приём: {} - Передано: {}",
    upload="Отдача: {} - Передано: {}",
    statuses={
        "Working": "Работает",
        "Updating...": "Обновляется...",
        "Not working": "Не работает",
        "Not contacted yet": "Не соединился",
    },
    banned="Ваш IP-адрес заблокирован: слишком много неудачных попыток входа.",
    not_a_torrent="Ошибка: «{}» не является торрент-файлом.\n",
)
LANGUAGES: Final = {"en": ENGLISH, "ru": RUSSIAN}

# thousands and decimals of the system's locale, which 3.1.9.2 follows; Russian parts thousands by U+00A0
SEPARATORS: Final = {"en": (",", "."), "ru": ("\u00a0", ",")}
MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
WEEKDAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
}


@dataclass
class Wording:
    """How one server words things: by its language, and by the locale of the system that it runs on."""

    profile: Profile
    language: str
    system: str

    @property
    def words(self) -> Language:
        return LANGUAGES[self.language]

    def learn(self, locale: str) -> None:
        """Change the language at run time; one without a translation leaves the words as they were (seen on 3.1.9.2)."""
        if (code := locale[:2]) in LANGUAGES:
            self.language = code

    def decimal(self, tenths: int) -> str:
        """A number with one decimal, given in tenths."""
        thousands, point = SEPARATORS[self.system] if self.profile.numbers_by_locale else ("", ".")
        whole = f"{tenths // 10:,}".replace(",", thousands)
        return f"{whole}{point}{tenths % 10}"

    def size(self, count: int) -> str:
        """A number of bytes."""
        if count < 0:
            return self.words.unknown
        power = 0
        while power < len(self.words.units) - 1 and count >= KIB ** (power + 1):
            power += 1
        number = self.decimal(count * 10 // KIB**power) if power else str(count)
        return f"{number} {self.words.units[power]}"

    def speed(self, rate: int) -> str:
        """Bytes per second."""
        return self.size(rate) + self.words.per_second

    def limit(self, rate: int) -> str:
        return self.speed(rate) if rate > 0 else INFINITY

    def transfer(self, pattern: str, rate: int, total: int) -> str:
        """One half of transferInfo; "per second" comes twice in 3.1.12, in 3.1.9.2 once."""
        twice = self.words.per_second if self.profile.prints_sorted else ""
        return pattern.format(self.speed(rate) + twice, self.size(total))

    def duration(self, seconds: int) -> str:
        if seconds < 0 or seconds >= ETA_LIMIT:
            return INFINITY
        minutes = seconds // 60
        if not seconds:
            return "0"
        if not minutes:
            return self.words.under_a_minute
        if minutes < 60:
            return self.words.minutes.format(minutes)
        hours = minutes // 60
        if hours < 24:
            return self.words.hours.format(hours, minutes % 60)
        return self.words.days.format(hours // 24, hours % 24)

    def ratio(self, ratio: float) -> str:
        return INFINITY if ratio > RATIO_LIMIT else self.decimal(int(ratio * 10))

    def date(self, moment: int | None) -> str:
        """A time in UTC, by the system's locale and not by qBittorrent's language."""
        if moment is None:
            return ""
        when = datetime.fromtimestamp(moment, UTC)
        day, month = WEEKDAYS[self.system].split()[when.weekday()], MONTHS[self.system].split()[when.month - 1]
        if self.system == "ru":
            return f"{day}, {when.day} {month} {when.year}\u00a0г. {when.hour}:{when:%M:%S} UTC"
        half = "AM" if when.hour < 12 else "PM"
        return f"{day}, {month} {when.day}, {when.year} {when.hour % 12 or 12}:{when:%M:%S} {half} UTC"

    def status(self, status: str) -> str:
        return self.words.statuses.get(status, status)

    def peers(self, connected: int, swarm: int) -> str:
        return f"{connected} ({swarm})" if swarm > 0 else str(connected)
