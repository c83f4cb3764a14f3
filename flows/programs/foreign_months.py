"""Dates with the name of a month in the language of somebody's phone, as an app exports them."""

import re
from datetime import datetime

from flows.questions.matching import plain

NAMES = """\
1 jan januar ene enero janv janvier gen gennaio janeiro januari oca ocak sty stycznia
1 styczen янв января январь 1月 1월
2 feb februar febrero fevr fevrier febbraio fev fevereiro februari sub subat lut lutego luty
2 февр февраля февраль 2月 2월
3 marz mar marzo mars marco mrt maart mart marca marzec marts мар марта март 3月 3월 mrz
4 apr april abr abril avr avril aprile nis nisan kwi kwietnia kwiecien апр апреля апрель 4月
4 4월
5 mai may mayo mag maggio maio mei mayıs maj maja мая маи 5月 5월
6 juni jun junio juin giu giugno junho haz haziran cze czerwca czerwiec июн июня июнь 6月 6월
7 juli jul julio juil juillet lug luglio julho tem temmuz lip lipca lipiec июл июля июль 7月
7 7월
8 aug august ago agosto aout augustus agu agustos sie sierpnia sierpien augusti авг августа
8 август 8月 8월
9 sept september sep septiembre septembre set settembre setembro eyl eylul wrz wrzesnia
9 wrzesien сент сентября сентябрь 9月 9월
10 okt oktober oct octubre octobre ott ottobre out outubro eki ekim paz pazdziernika
10 pazdziernik окт октября октябрь 10月 10월
11 nov november noviembre novembre novembro kas kasım lis listopada listopad нояб ноября
11 ноябрь 11月 11월
12 dez dezember dic diciembre dec decembre dicembre dezembro december ara aralık gru grudnia
12 grudzien des desember дек декабря декабрь 12月 12월
"""
"""Lines of a month's number and its short and long names in German, Spanish, French, Italian,
Portuguese, Dutch, Turkish, Polish, Swedish, Danish, Norwegian, Russian, Japanese and
Korean (Unicode CLDR)."""
MONTHS = {
    plain(name): int(month)
    for month, *names in map(str.split, NAMES.splitlines())
    for name in names
}
_DATE = re.compile(r"(\d{1,2}) (?:de )?(\S+) (?:de )?(\d{4}) (\d{1,2}) (\d{2})", re.ASCII)


def moment(cell: str) -> datetime | None:
    """Read "28 févr. 2025, 17:29"; None for what is no such date."""
    match = _DATE.fullmatch(plain(cell))
    month = MONTHS.get(match[2]) if match else None
    if match is None or month is None:
        return None
    day, _, year, hour, minute = match.groups()
    try:
        return datetime(int(year), month, int(day), int(hour), int(minute))  # noqa: DTZ001 - the app's own clock, as on its wall
    except ValueError:
        return None
