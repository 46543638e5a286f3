"""The words of forty languages: units, statuses of trackers, months.

Rule 1: tables only. Words that two languages use for different things are in no table, so that they are never understood wrongly.
Rule 2: `seen` means: in answers of 3.1.12 or 3.1.9.2. The rest follows from a language's alphabet or dictionary.

Units lie: whatever a language calls it, a step is 1024 (seen: `КиБ`, `KB` beside `MiB`, `Ko`, `Kib`, `ك.ب` for the same file).
"""

from __future__ import annotations

import re
from itertools import product
from types import MappingProxyType

from .digits import INVISIBLE

_SILENT = {**INVISIBLE, **dict.fromkeys(map(ord, " .\u00a0\u202f\"'׳״"))}


def bare(word: str) -> str:
    """A word without its dots, marks and blanks, in small letters."""
    return word.casefold().translate(_SILENT)


# kilo, mega, giga, tera; the letter of binary units; bytes
ALPHABETS = (
    ("kmgt", "i", "bo"),  # seen: KiB (en), KB (de), Kib (pt_BR), Ko (fr)
    ("кмгт", "иі", "б"),  # seen: КиБ (ru)
    ("κμγτ", "ι", "βb"),
    ("կմգտ", "ի", "բ"),
    ("კმგტ", "ი", "ბ"),
    ("كمجت", "ي", "ب"),  # seen: ك.ب (ar)
    ("קמגט", "י", "ב"),
)

# words in four steps, and the word for bytes that follows them
SPELLED = (
    (("קילו", "מגה", "גיגה", "טרה"), "בייט"),  # seen: גיגה בייט (he)
    (("킬로", "메가", "기가", "테라"), "바이트"),
    (("키비", "메비", "기비", "테비"), "바이트"),
    (("キロ", "メガ", "ギガ", "テラ"), "バイト"),
    (("kilo", "mega", "giga", "tera"), "byte"),
    (("kibi", "mebi", "gibi", "tebi"), "byte"),
)

BYTES = (
    *("b", "o", "б", "بايت", "ب", "ბ", "բ", "ב", "בייט", "בתים"),  # seen: B, o (fr), Б (ru)
    *("바이트", "バイト", "字节", "字節", "位元組", "बाइट", "բայթ", "ბაიტი"),  # seen: 바이트 (ko)
    *("byte", "bytes", "octet", "octets", "octeți", "oktet", "bajt", "bajty", "bajtů", "bajtov", "bajtów", "bajta", "bajtova"),
    *("bayt", "baitas", "baitai", "baitų", "baiti", "baitu", "tavu", "tavua"),
    *("байт", "байта", "байты", "байтов", "байти", "байтів", "байтаў", "бајт", "бајта", "бајтова"),
)


def _units() -> dict[str, int]:
    """Unit -> how many steps of 1024 above bytes."""
    units = dict.fromkeys(BYTES, 0)
    for prefixes, binary, endings in ALPHABETS:
        for (step, prefix), middle, ending in product(enumerate(prefixes, 1), ("", *binary), endings):
            units[prefix + middle + ending] = step
    for spelled, ending in SPELLED:
        units |= {prefix + ending: step for step, prefix in enumerate(spelled, 1)}
    return units


UNITS = MappingProxyType(_units())

# Greek writes KiB as `KiB/s` (seen), so this one may be the unit of a size
GREEK_KIB = "kib/s"

# "/s" and what languages make of it: /с /δ /ث /ש /վ /წ /초 /giây (all seen); 3.1.12 doubles it, at times by another word
PER_SECOND = re.compile(r"(?:\s?/\s?[^\W\d_]{1,8}\.?){1,3}")

# The last word of a duration decides whether `1x 2y` is hours and minutes or days and hours. Seen: h m d, ч м д, d (tr, minutes),
# λ (el), хв (uk). As the last word none of these means something else in another language.
MINUTES = frozenset(
    (
        *("m", "min", "м", "мин", "хв", "d", "λ", "λεπ", "p", "ph", "phút", "분", "分", "分钟", "分鐘", "ր", "րոպե", "წ", "წთ"),
        *("ד", "דק", "د", "دقيقة"),
    )
)
HOURS = frozenset(
    (
        *(
            "h",
            "ч",
            "г",
            "год",
            "ω",
            "ώ",
            "ώρ",
            "t",
            "u",
            "ó",
            "s",
            "std",
            "val",
            "st",
            "시간",
            "時間",
            "小时",
            "小時",
            "时",
            "時",
        ),
        *("ժ", "ժամ", "ს", "სთ", "ש", "س", "ساعة"),
    )
)
# as the first word; `g` is days in Turkish and hours in Polish, `s` and `t` are as unsure: the last word decides
FIRST_DAYS = frozenset(("d", "д", "дн", "j", "일", "日", "天", "օ", "დ", "ي", "يوم", "η", "ημ"))
FIRST_HOURS = frozenset(("h", "ч", "ω", "ώ", "ώρ", "ó", "시간", "時間", "小时", "小時", "ժ", "ժամ", "ש", "ساعة"))

# the less-than of `< 1m`; hy writes « (seen)
LESS_THAN = "<«＜"
# less than a minute without a figure; fi (seen)
UNDER_A_MINUTE = frozenset(("alle minuutti",))

# today's numbers; English and Russian, all seen, but Работает, which the documentation of 3.1 shows
TRACKER_STATUSES = MappingProxyType(
    {
        "not contacted yet": 1,
        "working": 2,
        "updating...": 3,
        "not working": 4,
        "не соединился": 1,
        "работает": 2,
        "обновляется...": 3,
        "не работает": 4,
    }
)

MONTHS = MappingProxyType(
    {
        name: number
        for names in (
            "january february march april may june july august september october november december",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        )
        for number, name in enumerate(names.split(), 1)
    }
)
WEEKDAYS = MappingProxyType(
    {
        name: number
        for names in (
            "monday tuesday wednesday thursday friday saturday sunday",
            "понедельник вторник среда четверг пятница суббота воскресенье",
        )
        for number, name in enumerate(names.split())
    }
)
