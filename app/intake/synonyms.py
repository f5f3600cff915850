"""The headings people give to columns, by meaning."""

from app.domain.kinds import NameType
from app.intake.options import Column, Meaning

NOISE = """
фильма фильм фильмнің фильмдің кино картины картина туынды туындының шығарма film movie the of in на языке тілі тілінде
тіліндегі тілдегі язык по для в 影片 电影 языка language мин минут минута минуты min mins minutes minute 分钟 分 кг шт
cyrl hans latn yes no да нет обязательно required optional чч мм hh mm дд гг yyyy dd is full полное полный полная толық
"""
"""Words in headings that add nothing; alone they mean nothing."""

LANGUAGE_WORDS = {
    "kk-Cyrl": (
        "kk kaz kz kazakh qazaq каз казахский казахском казахское казахская казахски казахская қаз қазақ қазақша"
        " қазақшасы қазақ казак казакша қазақтілінде 哈 哈文 哈语 哈萨克语 哈萨克文 哈萨克"
    ),
    "zh-Hans": (
        "zh cn chn chi zho chinese mandarin кит китайский китайском китайское китайская китайски қыт қытай қытайша"
        " қытайшасы китай 中 中文 汉语 汉 华语 国语 普通话 汉文"
    ),
    "ru": "ru rus russian рус русский русском русское русская русски орыс орысша орысшасы 俄 俄文 俄语",
    "en": (
        "en eng english англ английский английском английское английская английски ағыл ағылшын ағылшынша"
        " ағылшыншасы агылшынша 英 英文 英语 外文"
    ),
}

SYNONYMS: dict[Column, str] = {
    Column(Meaning.NAME): (
        "названия|название|назв|наименование|заголовок|атауы|атау|аты|фильм атауы|фильмнің атауы|туынды атауы|кино"
        " атауы|тақырыбы|фильм|картина|кинофильм|film|movie|title|titles|name|film title|movie title|work|work title"
        "|名称|片名|影片名称|影片名|电影名称|电影名|片名名称|节目名称|节目|影片|剧名|作品|作品名称|题名|название"
        " фильма|название картины|шығарма|шығарма атауы|туынды|произведение|название произведения|программа|сериал"
        "|басты атауы|основное название"
    ),
    Column(Meaning.NAME, "", NameType.ORIGINAL): (
        "оригинальное название|ориг название|название оригинала|название в оригинале|название на языке оригинала"
        "|оригинал|түпнұсқа атауы|түпнұсқа|түпнұсқадағы атауы|original title|original name|orig title|original|title"
        " original|原名|原片名|原文片名|原文名|原始片名|原标题|оригинальное наименование|бастапқы атауы"
    ),
    Column(Meaning.NAME, "zh-Hans"): "中文名|中文片名|中文名称|汉语名|汉语片名|中文标题|中文译名|译名",
    Column(Meaning.NAME, "en"): (
        "外文片名|外文名|英文名|英文片名|英文名称|英文译名|international title|english title|международное название"
        "|халықаралық атауы|латинское название"
    ),
    Column(Meaning.NAME, "kk-Cyrl"): "哈文片名|哈语片名|哈文名|哈萨克语片名|哈萨克文片名",
    Column(Meaning.NAME, "ru"): "俄文片名|俄语片名|俄文名",
    Column(
        Meaning.NAME, "zh-Latn-pinyin", NameType.TRANSLITERATED
    ): "拼音|pinyin|пиньинь|pinyin auto|片名拼音|汉语拼音",
    Column(Meaning.NAME, "", NameType.RELEASE): (
        "прокатное название|прокаттағы атауы|发行片名|название в прокате|release title|прокаттық атауы|公映片名"
        "|上映名称"
    ),
    Column(Meaning.NAME, "", NameType.FESTIVAL): "фестивальное название|电影节片名|festival title|参展片名",
    Column(Meaning.NAME, "", NameType.ALTERNATIVE): (
        "другое название|другие названия|альтернативное название|alternative title|other title|aka|also known as"
        "|басқа атауы|又名|别名"
    ),
    Column(Meaning.NAME, "", NameType.WORKING): "рабочее название|暂定片名|working title|жұмыс атауы|暂名",
    Column(Meaning.NAME, "", NameType.DUBBED): "译制片名|配音片名|дубляж атауы|название дубляжа",
    Column(Meaning.NAME, "", NameType.FORMER): "прежнее название|бұрынғы атауы|former title|曾用名|曾用片名",
    Column(Meaning.SYNOPSIS): (
        "синопсис|аннотация|описание|краткое содержание|содержание|сюжет|о фильме|логлайн|сипаттамасы|қысқаша"
        " мазмұны|мазмұны|аңдатпа|сипаттама|түйіндеме|synopsis|summary|description|logline|plot|short synopsis"
        "|abstract|剧情简介|简介|内容简介|故事梗概|梗概|剧情|内容|影片简介|介绍"
    ),
    Column(Meaning.KIND): (
        "тип|вид|жанр|формат произведения|тип фильма|вид фильма|категория|түрі|жанры|санаты|тип произведения|kind"
        "|type|genre|category|film type|format|类型|片种|种类|类别|体裁|题材|影片类型|түр|genres"
    ),
    Column(Meaning.YEAR): (
        "год|год выпуска|год производства|год создания|год выхода|жылы|жыл|шыққан жылы|түсірілген жылы|шығарылған"
        " жылы|өндірілген жылы|year|production year|release year|year of production|prod year|年份|年|年代|出品年份"
        "|制作年份|上映年份|出品年代|发行年份|年度|г в|год вып"
    ),
    Column(Meaning.RUNTIME): (
        "хронометраж|хрон|продолжительность|длительность|длит|время фильма|длина|прод|ұзақтығы|ұзақтық|хронометражы"
        "|уақыты ұзақтығы|runtime|running time|duration|length|runtime min|时长|片长|长度|放映时长|播放时长|影片时长"
        "|мин|min|minutes|минут|минуты|минут саны|ұзындығы|run time|全长|时间长度|片长分钟|时长分钟"
    ),
    Column(Meaning.EPISODES): (
        "бөлімдері|серии|серий|кол во серий|количество серий|число серий|эпизоды|эпизодов|сериялар саны|бөлім саны"
        "|бөлімдер саны|сериясы|episodes|number of episodes|episode count|eps|集数|总集数|集|剧集数"
    ),
    Column(Meaning.AGE): (
        "жас белгісі|возрастной знак|возраст|возрастная категория|возрастное ограничение|возрастной рейтинг|возр"
        "|рейтинг|маркировка|знак|жас шегі|жас шектеуі|жас санаты|жасы|жас|age|age mark|age rating|age limit|rating"
        "|certificate|年龄|年龄限制|年龄分级|分级|适合年龄|возрастная маркировка|индекс|age category"
    ),
    Column(Meaning.COUNTRY): (
        "страна|страны|страна производства|страна производитель|производство страна|ел|елі|елдері|өндіруші ел"
        "|шығарған ел|мемлекет|мемлекеті|country|countries|country of origin|production country|国家|地区|国别"
        "|国家地区|制片国家|出品国家|制片国家地区|国家和地区|产地|制片国|出品国|country code|производство"
    ),
    Column(Meaning.LANGUAGE): (
        "原声语言|原声|язык|язык оригинала|ориг яз|ориг язык|язык фильма|язык произведения|тілі|тіл|түпнұсқа тілі"
        "|фильм тілі|language|original language|languages|original lang|spoken language|语言|原语言|对白语言"
        "|原版语言|语种|片语|对白|lang"
    ),
    Column(Meaning.DUBBED): (
        "дубляж|дублирование|язык дубляжа|дубль|озвучка|озвучание|дублирован|дублирован на|дубляж тілі|дыбыстау"
        "|дыбыстау тілі|дубляжы|dub|dubbing|dubbed|dubbing language|dubbed into|dub language|配音|配音语言|译制"
        "|译制语言|配音语种|译配"
    ),
    Column(Meaning.VOICE_OVER): (
        "叠声译配语言|язык закадрового перевода|голос за кадром|закадр|закадровый перевод|закадровый|voice over"
        "|voiceover|кадр сыртындағы аударма|叠声译配|旁白"
    ),
    Column(Meaning.SUBTITLES): (
        "субтитры|субтитр|субт|суб|язык субтитров|титры|субтитрлері|субтитр тілі|subtitles|subtitle|subs|subtitle"
        " language|subtitled|字幕|字幕语言|字幕语种"
    ),
    Column(Meaning.VERSION): (
        "тілдік нұсқасы|версия|версии|языковая версия|языковые версии|нұсқа|нұсқасы|тілдік нұсқа|version|versions"
        "|language version|language versions|language versions known|版本|语言版本"
    ),
    Column(Meaning.DIRECTOR): (
        "режиссер|режиссеры|реж|режиссер постановщик|автор|режиссері|режиссура|қоюшы режиссер|director|directors"
        "|directed by|dir|导演|导 演|编导|执导|режиссеры постановщики|director s"
    ),
    Column(Meaning.WRITER): (
        "сценарист|сценарий|автор сценария|авторы сценария|сценарий авторы|сценарисі|screenwriter|writer|writers"
        "|screenplay|script|编剧|剧本"
    ),
    Column(Meaning.CINEMATOGRAPHER): (
        "оператор|қоюшы операторы|оператор постановщик|операторы|операторы қоюшы|cinematographer|dop|director of"
        " photography|camera|摄影|摄影师|摄影指导"
    ),
    Column(Meaning.COMPOSER): "композитор|композиторы|музыка|composer|music|作曲|音乐|配乐",
    Column(Meaning.PRODUCER): "продюсер|продюсеры|продюсері|producer|producers|produced by|制片人|监制|出品人",
    Column(Meaning.COMPANY): (
        "студия|өндіруші студия|студия производитель|киностудия|производитель|производство компания|кинокомпания"
        "|компания|студиясы|өндіруші|киностудиясы|production company|company|studio|production|出品公司|制作公司"
        "|出品单位|制片单位|出品方|出品|制作单位"
    ),
    Column(Meaning.CAST): (
        "в ролях|актеры|актерский состав|роли|главные роли|басты рөлдерде|рөлдерде|актерлер|рөлдердегілер|cast"
        "|actors|starring|演员|主演|领衔主演"
    ),
    Column(
        Meaning.DISTRIBUTOR
    ): "дистрибьютор|прокаттаушы|прокатчик|прокат|дистрибутор|distributor|sales|sales agent|发行|发行公司|发行方",
    Column(Meaning.STUDIO): (
        "студия дубляжа|дубляж студиясы|студия озвучания|dubbing studio|译制单位|配音公司|译制机构"
    ),
    Column(Meaning.RIGHTS): (
        "құқық күйі|состояние прав|құқығы|права|статус прав|наличие прав|құқық|құқықтары|құқық жағдайы|rights|rights"
        " status|版权|版权状态|授权|授权情况|版权情况"
    ),
    Column(Meaning.RIGHTS_START): (
        "құқық басталуы|права с|начало прав|начало лицензии|құқық басы|rights from|rights start|licence start"
        "|license start|授权开始|版权开始|授权起始|版权起始日期"
    ),
    Column(Meaning.RIGHTS_END): (
        "құқық аяқталуы|права до|окончание прав|срок прав|срок лицензии|конец лицензии|құқық мерзімі|құқық соңы"
        "|rights until|rights to|rights end|licence end|license end|rights expire|授权到期|版权到期|版权截止"
        "|授权截止|版权期限"
    ),
    Column(
        Meaning.RIGHTS_HOLDER
    ): "правообладатель|владелец прав|құқық иесі|құқық иеленуші|rights holder|licensor|版权方|版权所有|权利人|版权人",
    Column(Meaning.TERRITORY): "территория|территория прав|аумағы|аумақ|territory|territories|授权地区|版权地区|区域",
    Column(Meaning.IDENTIFIER, "eidr"): "eidr|eidr id",
    Column(Meaning.IDENTIFIER, "isan"): "isan",
    Column(Meaning.IDENTIFIER, "imdb"): "imdb|imdb id|ссылка imdb|imdb link",
    Column(Meaning.IDENTIFIER, "wikidata"): "wikidata|wikidata id|викиданные",
    Column(Meaning.IDENTIFIER, "kinopoisk"): "kinopoisk|кинопоиск|id кинопоиска|kinopoisk id",
    Column(Meaning.IDENTIFIER, "douban"): "douban|豆瓣|豆瓣id|douban id|豆瓣链接",
    Column(Meaning.IDENTIFIER, "kz_certificate"): (
        "прокатное удостоверение|номер прокатного удостоверения|пу|ру|прокаттау куәлігі|куәлік нөмірі|certificate"
        " number|прокат куәлігі"
    ),
    Column(Meaning.IDENTIFIER, "ru_certificate"): "certificate of russia|прокатное удостоверение рф|удостоверение рф",
    Column(Meaning.IDENTIFIER, "own"): "number of the house|инвентарный номер|түгендеу нөмірі|馆藏编号",
    Column(Meaning.IDENTIFIER, "cn_permit"): (
        "公映许可证|screening permit|screening permit china|公映许可证号|许可证号|电审|龙标"
    ),
    Column(Meaning.SOURCE): "источник|источники|дереккөз|дереккөзі|source|sources|来源|资料来源|出处",
    Column(Meaning.NOTES): (
        "примечание|примечания|комментарий|комментарии|прим|заметки|ескерту|ескертпе|ескертулер|түсініктеме|note"
        "|notes|comment|comments|remarks|备注|说明|注释|附注|ескертпелер"
    ),
    Column(Meaning.DATE): (
        "дата|дата показа|дата сеанса|день|число|день показа|күні|күн|көрсетілім күні|сеанс күні|date|day|screening"
        " date|show date|日期|放映日期|放映日|时间日期|日|дата проведения|өтетін күні|показ"
    ),
    Column(Meaning.TIME): (
        "время|начало|время показа|время начала|время сеанса|сеанс|сеансы|уақыты|уақыт|басталуы|басталу уақыты|сеанс"
        " уақыты|көрсетілім уақыты|басы|time|start time|show time|showtime|screening time|starts|begin|times"
        "|showtimes|放映时间|时间|开始时间|开场时间|开映时间|开映|放映时刻|场次时间|时刻|場次|场次|нач|кезі"
    ),
    Column(Meaning.START): (
        "日期与时间|дата и время|дата время|күні мен уақыты|күні уақыты|date and time|date time|datetime|start"
        "|日期时间|日期和时间|放映日期时间|начало показа|дата и время показа|starts at"
    ),
    Column(Meaning.END): (
        "конец|окончание|время окончания|аяқталуы|аяқталу уақыты|соңы|end|end time|ends|finish|结束|结束时间|散场"
        "|散场时间|финиш"
    ),
    Column(Meaning.VENUE): (
        "көрсету орны|кинотеатр|площадка|место|место показа|место проведения|кинозал|адрес|кинотеатры|өтетін орны"
        "|орны|орын|алаң|көрсетілім орны|мекенжайы|venue|cinema|theatre|theater|place|location|影院|影院名称"
        "|放映地点|地点|电影院|剧院|场地|影城|放映影院|放映场所|мекен жай|театр"
    ),
    Column(Meaning.HALL): (
        "зал|залы|номер зала|экран|зал нөмірі|hall|screen|auditorium|room|screen number|影厅|厅|放映厅|厅号|影厅号"
        "|影厅名称|场馆|зал №"
    ),
    Column(Meaning.CITY): "город|қала|қаласы|населенный пункт|елді мекен|city|town|城市|市|巡展城市|所在城市",
    Column(Meaning.NUMBER): (
        "порядковый номер|№|no|nr|номер|п п|№ п п|номер п п|реттік нөмірі|рет|р с|р н|число показов|id|code|код"
        "|group|序号|编号|号|номері|нөмірі|день недели|апта күні|weekday|day of week|星期|周|周几|число зрителей"
        "|количество мест|места|билеты|цена|confidence|verified fields|memory fields|статус|status|状态|ticket|票价"
        "|座位数"
    ),
}
