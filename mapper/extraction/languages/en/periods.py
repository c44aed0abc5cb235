"""English: days, weeks, months and years in running text."""

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.en.counts import NUMBERS
from mapper.extraction.languages.table import Periods

__all__ = ["PERIODS"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january;jan;jan.",
            "february;feb;feb.",
            "march;mar;mar.",
            "april;apr;apr.",
            "may",
            "june;jun;jun.",
            "july;jul;jul.",
            "august;aug;aug.",
            "september;sep;sept;sep.;sept.",
            "october;oct;oct.",
            "november;nov;nov.",
            "december;dec;dec.",
        ),
        1,
    )
    for name in names.split(";")
}

_MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_SHORT = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,? (?:19|20)\d\d\b)?"
_TO = r"(?: ?[–—-] ?| to | and | until | through | till )"
_NOW = r" (?:to|until|till|through|up to) (?:today|now|the present|date|this day)\b"
_N = r"(?:\d+|[Tt]en|Two|Three|Four|Five|Six|Seven|Eight|Nine|One|[Tt]wenty|[Ff]ifteen|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|couple of)"
_NTH = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_LAST_WEEK = r"(?P<before> (?:of )?last week)?"
# What a span may be counted from, where no day is told.
_BEGUN = (
    r"(?:start|beginning|outbreak|onset|fall|collapse|ouster|ousting|overthrow|toppling|war|conflict|fighting|"
    r"clash(?:es)?|offensive|violence|hostilities|escalation|uprising|revolution|cease-?fire|truce|coup|takeover|"
    r"invasion|operation|campaign|crisis|siege|resumption|launch|assault|bombardment|aggression|events|regime)"
)
_PART = r"(?: (?:morning|afternoon|evening|night|dawn|midnight|noon)| at dawn| overnight)?"

# Each pattern names what it holds; `mapper.extraction.dating.dates` knows the names, not the language.
_DATES = {
    "iso": r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b",
    "slashed": r"\b(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>20\d\d)\b",
    "month_day_to_weekday": rf"(?:[Bb]etween|[Ff]rom) (?P<m>{_MONTH}) (?P<d>{_DAY})(?:,)? (?:and|to|until|through) (?P<w>{_WEEKDAY})",
    "day_month_to_weekday": rf"(?:[Bb]etween|[Ff]rom) (?P<d>{_DAY}) (?P<m>{_MONTH}) (?:and|to|until|through) (?P<w>{_WEEKDAY})",
    "slashed_months": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<d>\d{{1,2}})[/-](?P<m>{_SHORT})(?:[/-](?P<y1>20\d\d))?{_TO}(?P<d2>\d{{1,2}})[/-](?P<m2>{_SHORT})(?:[/-](?P<y>20\d\d))?",
    "slashed_month": rf"\b(?P<d>\d{{1,2}})[/-](?P<m>{_SHORT})\b(?:[/-](?P<y>20\d\d))?",
    "days_of_month": rf"(?:(?:[Bb]etween|[Ff]rom|[Ss]ince|[Oo]n) )?(?:the )?\b(?P<d>{_DAY}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "days_of_months": rf"(?:(?:[Bb]etween|[Ff]rom) )?\b(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?P<d2>{_DAY}) (?:of )?(?P<m2>{_MONTH})(?P<y>{_YEAR})",
    "month_days": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<m>{_MONTH}) (?P<d>{_DAY}){_TO}(?P<d2>{_DAY})(?!\d)(?! (?:people|civilians))(?P<y>{_YEAR})",
    "months_days": rf"(?:(?:[Bb]etween|[Ff]rom) )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?P<y1>{_YEAR}),?{_TO}(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "month_to_day": rf"(?:[Bb]etween|[Ff]rom) (?:(?P<part>early|late|mid|(?:start|beginning|mid|middle|end) of)[ -])?(?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?:the )?(?P<d2>{_DAY}) (?:of )?(?P<m2>{_MONTH})(?P<y>{_YEAR})",
    "month_to_day1": rf"(?:[Bb]etween|[Ff]rom) (?:(?P<part>early|late|mid|(?:start|beginning|mid|middle|end) of)[ -])?(?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?P<m2>{_MONTH}) (?P<d2>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "days_of_months1": rf"(?:[Bb]etween |[Ff]rom |\()(?P<d>\d{{1,2}})/(?P<m>\d{{1,2}}){_TO}(?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})\b(?![/.]\d)",
    "since_day": rf"[Ss]ince (?:the )?(?:(?:{_WEEKDAY}),? )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "since_month_day": rf"[Ss]ince (?:(?:{_WEEKDAY}),? )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "after_weeks": r"[Aa]fter (?P<n>a|\w+) (?P<u>day|days|week|weeks) of (?:[a-z]+ )?(?:fighting|clashes|violence|shelling|bombardment|strikes|unrest)",
    "weeks_of": r"\b(?P<n>[Aa]|\w+) (?P<u>days?|weeks?) of (?:[a-z]+ )?(?:fighting|clashes|violence|shelling|bombardment|strikes|unrest)\b(?=(?: (?:in|across|around) (?:[a-z]+ )?[A-Z]\w+)?,? (?:has|have|had|left|killed|displaced|forced))",
    "days_to": rf"[Ii]n the (?P<n>{_N}) (?P<u>days|weeks) (?:to|until|up to) (?P<w>{_WEEKDAY})",
    "days_to1": rf"[Ii]n the (?P<n>{_N}) (?P<u>days|weeks) (?:to|until|up to) (?P<d>{_DAY}) (?P<m>{_MONTH})(?P<y>{_YEAR})",
    "days_to2": rf"[Ii]n the (?P<n>{_N}) (?P<u>days|weeks) (?:to|until|up to) (?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "over_days": rf"[Oo]ver (?P<n>{_N}) (?P<u>days|weeks|months)\b",
    "since_day1": rf"[Ss]ince (?:[\w’'().-]+ ){{1,12}}?\(?(?:on |of )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "since_month_day1": rf"[Ss]ince (?:[\w’'().-]+ ){{1,12}}?\(?(?:on |of )?(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR})",
    "since_weekday1": rf"[Ss]ince (?:[\w’'().-]+ ){{1,12}}?(?:on |last |late |early )(?P<w>{_WEEKDAY}){_PART}",
    "since_weekday": rf"[Ss]ince (?P<last>last |this past )?(?:late |early |(?:dawn|midnight) on |(?:midday|noon) |the early hours of )?(?P<w>{_WEEKDAY}){_PART}{_LAST_WEEK}",
    "since_month": rf"[Ss]ince (?:(?P<last>last )|(?:the )?(?P<part>early|late|mid|(?:start|beginning|mid|middle|end) of)[ -])?(?P<m>{_MONTH})(?P<y>{_YEAR})(?! \d)",
    "since_month1": rf"[Ss]ince (?:[\w’'().-]+ ){{1,12}}?in (?:the )?(?:(?P<part>early|late|mid|(?:start|beginning|mid|middle|end) of)[ -])?(?P<m>{_MONTH})(?P<y>{_YEAR})(?! \d)",
    "since_year": r"(?:[Ss]ince|[Aa]fter) (?:the (?:start|beginning) of |early |late |mid-)?(?P<y>(?:19|20)\d\d)\b",
    "since_day2": rf"[Ff]rom (?:the )?(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR}){_NOW}",
    "since_month_day2": rf"[Ff]rom (?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d)(?P<y>{_YEAR}){_NOW}",
    "since_month2": rf"[Ff]rom (?:(?:the )?(?P<part>early|late|mid|(?:start|beginning|mid|middle|end) of)[ -])?(?P<m>{_MONTH})(?P<y>{_YEAR}){_NOW}",
    "since_year2": rf"[Ff]rom (?:the (?:start|beginning) of )?(?P<y>(?:19|20)\d\d){_NOW}",
    "since_yesterday": r"[Ss]ince yesterday\b",
    "since_unit": r"[Ss]ince (?:(?P<last>last)|the (?:start|beginning) of (?:the|this|(?P<last2>last))) (?P<u>week|month|year|weekend)\b(?![’']s)",
    "same_day": r"(?:[Oo]n |[Ll]ater )?\b(?:[Tt]he same|[Tt]hat(?: same)?) (?:day|evening|night|morning|afternoon)\b",
    "next_day": r"\b[Tt]he (?:next|following) (?:day|morning)\b",
    "day_before": r"\b[Tt]he (?:(?:previous|preceding) (?:day|night|evening)|(?:day|night) before)\b",
    "days_earlier": rf"\b(?P<n>{_N}|[Aa]) (?P<u>days?|weeks?) earlier\b",
    "days_later": rf"\b(?P<n>{_N}|[Aa]) (?P<u>days?|weeks?) later\b",
    "days_after": rf"\b(?P<n>{_N}|[Aa]) (?P<u>days?|weeks?) after\b",
    "days_before": rf"\b(?P<n>{_N}|[Aa]) (?P<u>days?|weeks?) before\b",
    "since_event": rf"[Ss]ince (?:then\b(?! on)|(?:[\w’'.-]+ ){{0,4}}?{_BEGUN}\b(?:[^,.;:()\n]{{0,60}}? {_N} (?:days|weeks|months|years) ago)?)",
    "first_months": rf"(?:(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Ff]or|[Oo]f) )?the first (?:(?P<n>{_N}) )?(?P<u>months|quarter|half) of (?:(?P<y>(?:19|20)\d\d)\b|(?P<before>last year)|(?:this|the|the current) year)",
    "first_weeks": rf"(?:[Ii]n|[Dd]uring) the (?P<o>first|second|third|fourth|last) (?:week|half)(?P<half>(?<=half))? of (?P<m>{_MONTH})(?P<y>{_YEAR})",
    "day_month": rf"(?:[Oo]n |[Bb]y )?(?:(?:{_WEEKDAY}),? )?(?:the )?\b(?P<d>{_DAY}) (?:of )?(?P<m>{_MONTH})(?P<y>{_YEAR})",
    "month_day": rf"(?:[Oo]n |[Bb]y )?(?:(?:{_WEEKDAY}),? )?\b(?P<m>{_MONTH}) (?P<d>{_DAY})(?!\d|[,.]\d|%| (?:people|civilians))(?P<y>{_YEAR})",
    "weekdays": rf"(?:(?:[Bb]etween|[Ff]rom|[Oo]n|[Oo]ver) )?(?:last )?\b(?P<w>{_WEEKDAY}){_PART}(?:,? (?:and|to|through|until|(?:and )?into)(?: on)? | ?[–-] ?)(?P<w2>{_WEEKDAY}){_PART}",
    "overnight_weekdays": rf"[Oo]vernight (?:from|between) (?P<w>{_WEEKDAY}) (?:to|and|into) (?P<w2>{_WEEKDAY})",
    "weekday1": rf"(?P<before>[Ll]ast week),? (?:on |late on )?(?P<w>{_WEEKDAY}){_PART}",
    "nth_day": rf"(?:(?:[Ff]or|[Oo]n|[Ee]ntered|[Ii]nto) )?(?:an?|the|its|their) (?P<n>{_NTH}) (?:straight |consecutive |successive |running )?(?:day|night)(?: of [a-z]+| in a row| running)?,? (?:on )?(?P<w>{_WEEKDAY}){_PART}",
    "nth_day1": rf"(?:[Ff]or|[Ee]ntered|[Ii]nto) (?:an?|the|its|their) (?P<n>{_NTH}) (?:straight |consecutive |successive )?(?:day|night)\b",
    "weekday": rf"(?:(?:[Oo]n|[Bb]y|[Ll]ate|[Ee]arly|[Oo]vernight on|[Oo]vernight) )?(?P<last>last |this past )?\b(?P<w>{_WEEKDAY}){_PART}{_LAST_WEEK}",
    "last_days": rf"(?:(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Ff]or) )?(?:[Tt]he (?:past|last|previous|preceding)|(?:[Pp]ast|[Ll]ast)(?= (?:{_N}|24|48|72) ))(?: (?P<n>{_N}|24|48|72))? (?P<u>hours|days|day|weeks|week|months|month|years|year)\b",
    "in_days": rf"(?:[Ii]n|[Ww]ithin) (?:just |only |barely |the space of |the span of |(?P<bound>under|about|around|nearly|over|less than|fewer than|more than) )?(?P<n>{_N}) (?P<u>days|weeks)\b(?! time)",
    "in_hours": r"(?:[Ii]n|[Ww]ithin) (?P<n>24|48|72) (?P<u>hours)\b",
    "ago": rf"\b(?P<n>{_N}|[Aa]|[Aa]n) (?P<u>day|days|week|weeks|month|months|year|years) ago\b",
    "recent": r"[Ii]n recent (?P<u>days|weeks|months)\b",
    "this_unit": r"(?:[Ee]arlier |[Ll]ater )?[Tt]his (?P<u>week|month|year|weekend|morning|evening|afternoon)\b",
    "last_unit1": r"(?:[Dd]uring|[Ii]n) last (?P<u>week|month|year)(?=[’']s\b)",
    "last_unit": r"(?P<last>[Ll]ast) (?P<u>night|weekend|week|month|year)\b(?![’']s)|(?:[Oo]ver |[Aa]t |[Oo]n )the (?P<u2>weekend)\b",
    "last_unit2": r"\b(?:[Aa]|[Tt]he|[Tt]his|[Ll]ast) (?P<u>weekend)(?=[’']s | [a-z])",
    "last_month_name": rf"[Ll]ast (?P<m>{_MONTH})",
    "yesterday": r"\b[Yy]esterday\b",
    "today": r"\b[Tt]oday\b|\b[Tt]onight\b|\b[Ss]ince (?:dawn|midnight|(?:this|early) morning|the early hours)\b(?! of| on)",
    "overnight": r"\b[Oo]vernight\b",
    "part_of_month": rf"(?:[Ii]n )?(?:the )?\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:beginning|start) of|end of|middle of|mid of)[ -](?P<m>{_MONTH})(?P<y>{_YEAR})",
    "months": rf"(?:[Bb]etween|[Ff]rom) (?P<m>{_MONTH})(?P<y1>{_YEAR}){_TO}(?P<m2>{_MONTH})(?P<y>{_YEAR})",
    "month": rf"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Ff]or|[Oo]f) (?:the month of )?(?P<m>{_MONTH})(?P<y>{_YEAR})(?! \d)",
    "month2": rf"\b(?:[Tt]he|[Ii]ts|[Tt]hat|[Aa]n?) (?P<m>{_MONTH})(?= (?:[a-z]+ )?(?:attacks?|(?:air)?strikes?|raids?|massacres?|bombings?|blasts?|shelling|clashes|violence|killings|offensive|assaults?)\b)",
    "month1": rf"(?:\A|(?<=[.,;:] )|(?<=\n)|(?<=[.,;] so far ))(?P<m>{_MONTH}) (?=was|saw|has been|had been)",
    "month_year": rf"\b(?P<m>{_MONTH}),? (?P<y>(?:19|20)\d\d)\b",
    "years": r"(?:[Bb]etween|[Ff]rom) (?P<y1>(?:19|20)\d\d)(?: and | to |[–-])(?P<y>(?:19|20)\d\d)\b",
    "year": r"\b(?:[Ii]n|[Dd]uring|[Tt]hroughout|[Oo]f|[Bb]y) (?:early |late |mid-)?(?P<y>(?:19|20)\d\d)\b(?! (?:people|civilians))",
}

PERIODS = Periods(
    months=_MONTHS,
    weekdays={
        name: number
        for number, name in enumerate(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    },
    dates={name: Cue(pattern) for name, pattern in _DATES.items()},
    until=Cue(r"\b(?:[Aa]s of|[Uu]ntil|[Uu]p to|as at|AS OF) (?=\d|[A-Z]|the )"),
    until_before=Cue(
        r"\b(?:[Aa]s of|(?<!dawn )(?<!morning )(?<!noon )(?<!midday )(?:[Uu]ntil|till)|[Uu]p to|[Tt]hrough|[Aa]s at|AS OF|"
        r"[Bb]y|[Uu]pdated|[Pp]ublished|[Ii]ssued|[Rr]eleased|dated)(?: (?:late|early|(?:the )?(?:early hours|dawn|morning|midday|noon|"
        r"afternoon|evening|night|midnight)))?(?: (?:on|of))?:? $|"
        r"\bfrom (?:a |an |about |some )?\d[\d,]*(?: \w+){0,2} $"
    ),
    spoke_before=Cue(
        r"\b(?:raised|revised|updated) (?:its |the |their )?(?:death )?(?:toll|figure|number)\b[^.;]{0,70}$|"
        r"\b(?:was|were|been) (?:raised|revised|updated)(?: (?:late|early|on))? $|"
        r"\b(?:toll|figure|count|estimate|statement|report|update|briefing|interview|press conference|announced|held|confirmed)(?: (?!from |of )\w+)? $|"
        r"\b(?:said|added|stated|declared|told (?:\w+ ){1,3}|tweeted|wrote|confirmed|announced)(?: in an? \w+| by (?:phone|telephone)| in remarks)?,? ?$|"
        r"\b(?:report|statement|bulletin|update|figures|data) (?:released|published|issued|dated|shared)(?: (?:late|early|on|by \w+ on))? $"
    ),
    outbreak_after=Cue(
        r",? [^.;,]{0,100}\b(?:launched|began|started|mounted) (?:an?|its|their|the) (?:\w+ ){0,3}"
        r"(?:(?:counter-?)?offensive|campaign|operation|assault|counter-?attack|onslaught|incursion|invasion|siege|bombardment)\b"
    ),
    outbreak_before=Cue(
        r"\b(?:began|begun|beginning|start(?:ed|ing)?|erupt(?:ed|ing)|broke out|broken out|flared|"
        r"flare-up|outbreak|onset|launched (?:an?|its|their) (?:\w+ ){0,2}(?:(?:counter-?)?offensive|campaign|operation|assault|counter-?attack))\b[^.,;]{0,40}$"
    ),
    elsewhen_before=Cue(
        r"\b(?:sparked|triggered|prompted|ignited|provoked) by [^.;]{0,80}$|\b(?:(?:day|week|month|year|hour)s? (?:after|before)|following the|since the (?:fall|ouster|"
        r"overthrow|toppling|collapse)|ousted|toppled|overthrown|overthrew|took (?:control|power|over)|"
        r"seized|captured|signed|agreed|reached|announced|agreement|accord|cease-?fire|truce|deal|"
        r"ahead of|ruled|appointed|elected|took office|came to power|independence|invasion|fell to|fall of|"
        r"fled to|retaken|recaptured|last (?:reported|attack)|compared (?:to|with))\b[^.;]{0,40}$"
    ),
    # What goes on for days, and has one beginning and one end.
    going_on=Cue(
        r"\b(?:fighting|clash(?:es|ed)|violence|hostilities|(?:counter-?)?offensive|counter-?attack|operation|campaign|unrest|riots?|battles?|siege|"
        r"bombardment|shelling|assault|escalation|onslaught|crackdown|raids?|uprising|protests|war|conflict|influx|exodus)\b"
    ),
    happened=Cue(r"\b(?:events?|incidents?|took place|occurred|happened)\b"),
    # The end of what went on: "clashes that ended on Sunday", "before a truce took effect on Sunday".
    ended_before=Cue(
        r"\b(?:ended|stopped|subsided|ceased|died down|came to an end|(?:was|were) (?:put down|quelled|contained)|"
        r"(?:cease-?fire|truce|calm)\b[^.;]{0,30}\b(?:took (?:effect|hold)|taking (?:effect|hold)|came into (?:effect|force)|"
        r"was (?:restored|imposed))) (?:\w+ ){0,2}$"
    ),
    deadline=Cue(r"[Bb]y "),
    truce_after=Cue(r" (?:cease-?fire|truce)\b"),
    truce_before=Cue(r"\b(?:before|until|ended (?:with|in|by)|halted by|with) $"),
    # A sentence of its own for when it was: "The attack took place on Sunday".
    took_place=Cue(
        r"\W*(?:It|(?:The|This|That|These) (?:\w+ )?(?:attacks?|incidents?|(?:air ?)?strikes?|raids?|blasts?|explosions?|"
        r"bombings?|ambush|assault|massacres?|killings?|shootings?|clashes|accident|shelling))\b[^.;]{0,80}\b(?:took place|"
        r"occurred|happened|was (?:carried out|reported)|were (?:carried out|reported)|came|hit|struck)\b"
    ),
    # What was told of a region in passing: "…, which has witnessed raids for three months".
    beside=Cue(r", (?:which|who|where|whose) (?:has|have|had) [^,;]*$"),
    # Another span begins: "…, while 9,000 have been wounded".
    meanwhile=Cue(r", (?:while|whereas) [^,;]*\b(?:have|has) "),
    # A toll that goes on: "fighting on Wednesday took the death toll to 52".
    brought_to=Cue(
        r"\b(?:took|taking|brought|bringing|raised|raising|pushed|pushing|lifted|lifting) (?:the|its|their) "
        r"(?:\w+ ){0,3}(?:toll|number|total|count|tally)\b[^.;]{0,60}\bto\b"
    ),
    # "On Saturday, the group said that it had documented …": the day of saying.
    counted_after=Cue(
        r"(?: that)? (?:it|they|its \w+|she|he) (?:has |have |had )?(?:documented|recorded|registered|counted|verified)\b"
    ),
    # What people did because of it: "hundreds gathered on Monday to mourn", "investigators visited on Sunday".
    mourned_before=Cue(
        r"\b(?:to (?:mark|mourn|remember|commemorate|protest)|marking|commemorating|mourned|condemned|denounced|"
        r"search(?:ing|ed)|visited|toured|inspected|rallied|anniversary|funerals?|vigils?|"
        r"(?:observers|monitors|investigators|inspectors|diplomats|ministers?|envoys?|delegation|teams?)"
        r"(?: \w+){0,3} (?:rushed|travelled|traveled|went|arrived|headed|entered))\b[^.,;]{0,30}$"
    ),
    mourned_after=Cue(
        r" (?:gathered|rallied|marched|protested|demonstrated|mourned|buried|condemned|denounced|visited|toured|inspected|"
        r"held (?:an? )?(?:\w+ )?(?:funerals?|vigil|rally|protest)|(?:to (?:mark|mourn|remember|commemorate|protest|demand|bury|visit)|"
        r"for (?:the )?(?:\w+ )?funerals?))\b"
    ),
    elsewhen_after=Cue(
        r" (?:agreement|accord|truce|cease-?fire|deal|coup|elections?|revolution|uprising|summit)\b"
    ),
    compared_before=Cue(
        r"\b(?:deadliest|bloodiest|worst|biggest|largest|heaviest|highest|lowest|fiercest|most (?:violent|serious|intense|significant))\b"
        r"(?:(?!\b(?:occurred|happened|took place|came|struck|hit)\b)[^.;,]){0,90}$|\b(?:first|second|third|fourth|fifth|sixth|\d+th) (?:such |\w+ )?(?:attack|time|strike|incident|clash|case|bombing|raid)[^.;,]{0,30}$|"
        r"\b(?:first|second|third|fourth|fifth|sixth) time\b[^.;]{0,80}$|\bcompared (?:to|with)[^.;,]{0,30}$"
    ),
    event_verb=Cue(r"\b(?:documented|recorded|registered|counted)(?: \w+)? $"),
    since=Cue(r"[Ss]ince\b"),
    then=Cue(r"[Ss]ince then$"),
    clock=Cue(r"\b(?:at|around|about) \d{1,2}(?:[:.]\d\d)?\b"),
    apart=Cue(r"[,;:]| (?:and|or|but|while|as well as|after|before|when) "),
    night=Cue(r"[Nn]ight|[Ll]ate"),
    when=Cue(
        r",? (?:when|after|in which|which (?:resulted|caused|killed|left|claimed|wounded|injured))\b"
    ),
    lasting=Cue(r"\b(?:war|conflict|insurgency|uprising|genocide)\b"),
    joint=Cue(r"(?:;|\b(?:and|but|while)) $"),
    turns=Cue(r", (?:raising|bringing|taking|pushing|lifting|increasing|adding)\b"),
    # A sentence that goes on with the event, or with the people, of those before it.
    goes_on=Cue(
        r"\W*(?:In [^.,;]{2,40} alone\b|(?:The|These|Those|That|This)(?: same| latest| \w+ed)?(?: [\w-]+)? (?:dead|killed|victims|wounded|injured|"
        r"casualties|fatalities|toll|bodies|displaced|attack(?:s|ers)?|(?:air ?)?strikes?|air ?raids?|raids?|blasts?|"
        r"explosions?|bombings?|bombardment|assaults?|shelling|ambush|massacres?|clashes|fighting|violence|violations|"
        r"incidents?|shootings?|killings|gunmen|assailants|militants|fighters|survivors|wave)\b|"
        r"(?:The )?(?:[Dd]ead|[Kk]illed)\b|Those (?:killed|wounded|injured|displaced)\b|"
        r"(?:A|The) (?:second|third|fourth|fifth|sixth)\b|(?:Another|An additional|Additionally|A further|A total of \w+ others)\b|"
        r"(?:At least |About |Some |Around |More than |Nearly )?(?:\d[\d,]*|[A-Z]?[a-z]+) (?:other|others|more)\b|"
        r"(?:Most|Many|Some|Several|Half|All|None|[A-Z]?[a-z]+|\d[\d,]*) of (?:these|those|them|the (?:dead|victims|"
        r"killed|wounded|injured|displaced|casualties|fatalities|bodies))\b|"
        r"(?:Among|Of) (?:these|those|them|the (?:dead|victims|killed|wounded|injured|displaced))\b|They\b)"
    ),
    numbers=NUMBERS
    | {"a": 1, "an": 1, "few": 3, "several": 3, "couple of": 2}
    | {
        word: number
        for number, word in enumerate(
            ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
            2,
        )
    },
    units={
        "day": "day",
        "week": "week",
        "hours": "hour",
        "days": "day",
        "weeks": "week",
        "months": "month",
        "years": "year",
    },
    parts={
        "early": "early",
        "beginning of": "early",
        "start of": "early",
        "mid": "mid",
        "mid of": "mid",
        "middle of": "mid",
        "late": "late",
        "end of": "late",
    }
    | {word: word for word in ("first", "second", "third", "fourth", "last")},
)
