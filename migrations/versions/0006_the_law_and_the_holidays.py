"""What the laws of Kazakhstan and China asked, and their holidays, as they were known when this was written."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

LAWS = """\
KZ|language|3|2019-01-03|||kk|festival education online|||||1|1|Қазақша естілсін немесе оқылсын|须有哈萨克语配音、字幕或旁白|Должно быть слышно или читаться по-казахски|Can be followed in Kazakh|Law on Cinematography, 3 January 2019, No. 212-VI, art. 9: dubbed, subtitled or voiced over in Kazakh, except films of limited distribution. That festivals, education and online showings count as limited distribution is not confirmed.
KZ|age_hour|3|||21+||||1320|1800||1|1|21+ тек 22:00-ден кейін|21+影片仅限22:00后放映|21+ только после 22:00|21+ only after 22:00|Vice-minister of culture, 6 February 2026; Code of Administrative Offences, art. 156. The end of the hours at 06:00 is not confirmed.
KZ|age_hour|3|||18+||||1320|1800||1|0|18+ бекітілген уақытта|18+影片限时放映|18+ в установленное время|18+ only in its hours|Code of Administrative Offences, art. 156, speaks of a set time; which hours they are is not confirmed. Those here are the hours of 21+.
KZ|age_school|2|||12+|||||||1|1|Мектеп пен отбасы көрсетілімдері: 12+ дейін|学校和家庭场：最高12+|Школьные и семейные показы: до 12+|School and family shows up to 12+|Age marks of the Law on Cinematography, 3 January 2019, No. 212-VI. That 12+ is the highest for schools and families is a custom of the house.
KZ|paper|2|2019-01-03|2026-02-17|certificate||festival education||||9|1|1|Прокат куәлігі|发行许可证|Прокатное удостоверение|Distribution certificate|Law on Cinematography, 3 January 2019, No. 212-VI, art. 7: not for festivals, seminars and retrospectives. The term was 7 working days.
KZ|paper|2|2026-02-18||certificate||festival education||||42|1|1|Прокат куәлігі|发行许可证|Прокатное удостоверение|Distribution certificate|Law on Cinematography, 3 January 2019, No. 212-VI, art. 7, as amended on 18 February 2026: not for festivals, seminars and retrospectives. The term is 30 working days, here as 42 days; the day it came into force is not confirmed.
KZ|paper|2|2026-02-18||event_approval||||||42|1|0|Шетел орындаушылары бар іс-шараны келісу|涉外演出活动审批|Согласование мероприятий с иностранными исполнителями|Agreement of events with foreign performers|Amendments of 18 February 2026: at least 30 working days before, here as 42 days. Whether it applies to talks after a film is not confirmed.
KZ|pause|1||||||5|750|870||1|0|Жұма намазының үзілісі|周五祈祷时间|Перерыв на пятничную молитву|Friday prayer|Custom; the hours are those usual in Almaty.
KZ|school_hours|1||||||1 2 3 4 5|480|780||1|1|Сабақ уақыты|上课时间|Время уроков|School hours|Custom; schools in two shifts have others.
KZ|holiday|1||||||||||0|1|Мереке күндері|公共假日|Праздничные дни|Public holidays|The days are listed by themselves.
CN|paper|2|2017-03-01||permit||festival||||0|1|1|Көпшілікке көрсету рұқсаты|公映许可证|Разрешение на публичный показ|Public screening permit|Film Industry Promotion Law of China, 1 March 2017, art. 20. How festivals are exempted is not confirmed.
CN|paper|2|2024-07-01||filing||public tv education online||||28|1|1|Шетелдегі фестиваль алдында тіркеу|境外参展备案|Уведомление перед фестивалем за рубежом|Filing before a festival abroad|China Film Administration, July 2024: after the permit, 20 working days before the festival, here as 28 days; shorts too. It asks of Chinese titles at festivals outside China.
CN|paper|2|||event_approval||public tv online||||28|1|0|Кино алмасу іс-шарасын келісу|电影交流活动审批|Согласование показа в рамках кинообмена|Approval of a film exchange event|Practice of embassies and cultural centres; not confirmed.
CN|school_hours|1||||||1 2 3 4 5|480|960||1|0|Сабақ уақыты|上课时间|Время уроков|School hours|Custom.
CN|holiday|1||||||||||0|1|Мереке күндері|公共假日|Праздничные дни|Public holidays|The days are listed by themselves.
"""  # noqa: E501 - a table

DAYS = """\
CN|2026-01-01|holiday|1|Жаңа жыл|元旦|Новый год|New Year|State Council of China, holidays of 2026
CN|2026-01-02|holiday|1|Жаңа жыл|元旦|Новый год|New Year|State Council of China, holidays of 2026
CN|2026-01-03|holiday|1|Жаңа жыл|元旦|Новый год|New Year|State Council of China, holidays of 2026
CN|2026-01-04|working_day|1|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2026-02-14|working_day|0|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2026-02-15|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-16|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-17|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-18|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-19|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-20|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-21|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-22|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-23|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|State Council of China, holidays of 2026
CN|2026-02-28|working_day|0|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2026-04-04|holiday|1|Цинмин мерекесі|清明节|Цинмин|Qingming|State Council of China, holidays of 2026
CN|2026-04-05|holiday|1|Цинмин мерекесі|清明节|Цинмин|Qingming|State Council of China, holidays of 2026
CN|2026-04-06|holiday|1|Цинмин мерекесі|清明节|Цинмин|Qingming|State Council of China, holidays of 2026
CN|2026-05-01|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|State Council of China, holidays of 2026
CN|2026-05-02|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|State Council of China, holidays of 2026
CN|2026-05-03|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|State Council of China, holidays of 2026
CN|2026-05-04|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|State Council of China, holidays of 2026
CN|2026-05-05|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|State Council of China, holidays of 2026
CN|2026-05-09|working_day|1|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2026-06-19|holiday|1|Дуаньу мерекесі|端午节|Дуаньу|Dragon Boat Festival|State Council of China, holidays of 2026
CN|2026-06-20|holiday|1|Дуаньу мерекесі|端午节|Дуаньу|Dragon Boat Festival|State Council of China, holidays of 2026
CN|2026-06-21|holiday|1|Дуаньу мерекесі|端午节|Дуаньу|Dragon Boat Festival|State Council of China, holidays of 2026
CN|2026-09-20|working_day|1|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2026-09-25|holiday|1|Күз ортасы мерекесі|中秋节|Праздник середины осени|Mid-Autumn Festival|State Council of China, holidays of 2026
CN|2026-09-26|holiday|1|Күз ортасы мерекесі|中秋节|Праздник середины осени|Mid-Autumn Festival|State Council of China, holidays of 2026
CN|2026-09-27|holiday|1|Күз ортасы мерекесі|中秋节|Праздник середины осени|Mid-Autumn Festival|State Council of China, holidays of 2026
CN|2026-10-01|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-02|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-03|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-04|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-05|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-06|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-07|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|State Council of China, holidays of 2026
CN|2026-10-10|working_day|1|Ауыстырылған жұмыс күні|调休上班|Перенесённый рабочий день|Worked weekend|State Council of China, holidays of 2026
CN|2027-01-01|holiday|1|Жаңа жыл|元旦|Новый год|New Year|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-02-05|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-02-06|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-02-07|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-02-08|holiday|1|Көктем мерекесі|春节|Праздник весны|Spring Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-04-05|holiday|1|Цинмин мерекесі|清明节|Цинмин|Qingming|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-05-01|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-05-02|holiday|1|Еңбек күні|劳动节|Праздник труда|Labour Day|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-06-09|holiday|1|Дуаньу мерекесі|端午节|Дуаньу|Dragon Boat Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-09-15|holiday|1|Күз ортасы мерекесі|中秋节|Праздник середины осени|Mid-Autumn Festival|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-10-01|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-10-02|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|The list of the State Council for 2027 was not yet published; the days of the regulation
CN|2027-10-03|holiday|1|Ұлттық мереке|国庆节|Национальный праздник|National Day|The list of the State Council for 2027 was not yet published; the days of the regulation
KZ|2026-01-01|holiday|0|Жаңа жыл|元旦|Новый год|New Year|Law on Holidays of Kazakhstan
KZ|2026-01-02|holiday|0|Жаңа жыл|元旦|Новый год|New Year|Law on Holidays of Kazakhstan
KZ|2026-01-07|holiday|0|Православтық Рождество|东正教圣诞节|Православное Рождество|Orthodox Christmas|Law on Holidays of Kazakhstan
KZ|2026-03-08|holiday|0|Халықаралық әйелдер күні|国际妇女节|Международный женский день|International Women’s Day|Law on Holidays of Kazakhstan
KZ|2026-03-21|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2026-03-22|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2026-03-23|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2026-05-01|holiday|0|Қазақстан халқының бірлігі мерекесі|哈萨克斯坦人民团结日|Праздник единства народа Казахстана|Unity Day|Law on Holidays of Kazakhstan
KZ|2026-05-07|holiday|0|Отан қорғаушы күні|祖国保卫者日|День защитника Отечества|Defender’s Day|Law on Holidays of Kazakhstan
KZ|2026-05-09|holiday|0|Жеңіс күні|胜利日|День Победы|Victory Day|Law on Holidays of Kazakhstan
KZ|2026-05-27|holiday|1|Құрбан айт|古尔邦节|Курбан айт|Kurban Ait|Moves with the moon; the day is announced
KZ|2026-07-06|holiday|0|Астана күні|首都日|День столицы|Capital City Day|Law on Holidays of Kazakhstan
KZ|2026-10-25|holiday|0|Республика күні|共和国日|День Республики|Republic Day|Law on Holidays of Kazakhstan
KZ|2026-12-16|holiday|0|Тәуелсіздік күні|独立日|День Независимости|Independence Day|Law on Holidays of Kazakhstan
KZ|2027-01-01|holiday|0|Жаңа жыл|元旦|Новый год|New Year|Law on Holidays of Kazakhstan
KZ|2027-01-02|holiday|0|Жаңа жыл|元旦|Новый год|New Year|Law on Holidays of Kazakhstan
KZ|2027-01-07|holiday|0|Православтық Рождество|东正教圣诞节|Православное Рождество|Orthodox Christmas|Law on Holidays of Kazakhstan
KZ|2027-03-08|holiday|0|Халықаралық әйелдер күні|国际妇女节|Международный женский день|International Women’s Day|Law on Holidays of Kazakhstan
KZ|2027-03-15|holiday|0|Конституция күні|宪法日|День Конституции|Constitution Day|From 2027; 30 August is no holiday any more since 2026. News of 18 March 2026
KZ|2027-03-21|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2027-03-22|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2027-03-23|holiday|0|Наурыз мейрамы|纳吾热孜节|Наурыз мейрамы|Nauryz|Law on Holidays of Kazakhstan
KZ|2027-05-01|holiday|0|Қазақстан халқының бірлігі мерекесі|哈萨克斯坦人民团结日|Праздник единства народа Казахстана|Unity Day|Law on Holidays of Kazakhstan
KZ|2027-05-07|holiday|0|Отан қорғаушы күні|祖国保卫者日|День защитника Отечества|Defender’s Day|Law on Holidays of Kazakhstan
KZ|2027-05-09|holiday|0|Жеңіс күні|胜利日|День Победы|Victory Day|Law on Holidays of Kazakhstan
KZ|2027-05-16|holiday|1|Құрбан айт|古尔邦节|Курбан айт|Kurban Ait|Moves with the moon; the day is announced
KZ|2027-07-06|holiday|0|Астана күні|首都日|День столицы|Capital City Day|Law on Holidays of Kazakhstan
KZ|2027-10-25|holiday|0|Республика күні|共和国日|День Республики|Republic Day|Law on Holidays of Kazakhstan
KZ|2027-12-16|holiday|0|Тәуелсіздік күні|独立日|День Независимости|Independence Day|Law on Holidays of Kazakhstan
"""  # noqa: E501 - a table

LAW = (
    "country", "kind", "severity", "valid_from", "valid_until", "mark", "languages", "exempt", "weekdays",
    "from_minute", "until_minute", "days", "unsure", "active", "name_kk", "name_zh", "name_ru", "name_en", "source",
)  # fmt: skip
DAY = ("country", "day", "kind", "unsure", "name_kk", "name_zh", "name_ru", "name_en", "source")
KINDS = {
    "severity": sa.Integer, "from_minute": sa.Integer, "until_minute": sa.Integer, "days": sa.Integer,
    "valid_from": sa.Date, "valid_until": sa.Date, "day": sa.Date, "unsure": sa.Boolean, "active": sa.Boolean,
}  # fmt: skip


def upgrade() -> None:
    """Go forward; there is no way back but the backup."""
    _fill("legal_rule", LAW, LAWS)
    _fill("special_day", DAY, DAYS)


def _fill(table: str, columns: tuple[str, ...], lines: str) -> None:
    rows = [dict(zip(columns, line.split("|"), strict=True)) for line in lines.splitlines()]
    ready = [{name: _value(name, text) for name, text in row.items()} for row in rows]
    op.bulk_insert(sa.table(table, *(sa.column(name, KINDS.get(name, sa.Text)) for name in columns)), ready)


def _value(name: str, text: str) -> object:
    kind = KINDS.get(name)
    if kind is None:
        return text
    if not text:
        return None
    return date.fromisoformat(text) if kind is sa.Date else bool(int(text)) if kind is sa.Boolean else int(text)
