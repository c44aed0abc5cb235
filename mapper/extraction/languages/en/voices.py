"""English: who speaks, and who passes it on."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Voices, phrases

__all__ = ["VOICES"]

# What a voice tells in: "figures released today by …", "a toll from …".
_TOLL = r"(?:tolls?|figures?|data|numbers|information|statistics|counts?|tall(?:y|ies)|estimates?|lists?|details|reports?|statements?|records)"
_MADE = r"(?:given|issued|supplied|shared|announced|released|published|provided|compiled|collected|gathered|obtained|put out)"
_SAID = (
    r"(?:said|says|say|stated|states|reported|reports|added|adds|announced|announces|confirmed|confirms|(?<!to )(?<!not )(?<!could )confirm|documented|documents|recorded|records|counted|counts|"
    r"estimates|(?<!an )(?<!some )(?<!the )estimated|noted|notes|warned|warns|claimed(?! (?:\d|the li|at least|more|about|some|\w+ (?:more )?lives))|claims|declared|told|tells|put|puts|registered|verified|tallied|revealed|explained|"
    r"indicated|indicates|disclosed|tracked|identified|stressed|acknowledged|alleged|insisted|tweeted|wrote|posted|quoted|quoting|cited|observed|monitored|published|gave|mentioned|pointed out|denied|denies|accused(?! of)|accuses|condemned|blamed|blames|urged|listed|described|calls|called on|saying|believes|believed(?! to)|concluded|found(?! [^.,;]{0,40}\b(?:bod(?:y|ies)|corpses|remains|graves|dead in))|raised(?= (?:its|the|their))|lowered(?= its)|(?:retracted|withdrew)(?= (?:its|their|an?|the) (?:[a-z]+ )?(?:reports?|claims?|statements?|figures?|tolls?|announcements?)\b)|revised(?= its)|spoke of|spoke(?= of)|tells|detailed|clarified|specified|recounted|testified|remarked|commented|asserted|emphasi[sz]ed|underlined|reiterated|argued|maintained|elaborated|cautioned|affirmed|notes|informed|relayed|summed up|summari[sz]ed|would add|went on to say|pointed to|highlighted|elaborates|maintains|details|specifies|"
    r"(?:released|issued|published) (?:an?|its|their) (?:\w+ ){0,2}(?:report|statement|update)|(?<=report )show(?:ed|s)|(?<=tally )show(?:ed|s)|(?<=count )show(?:ed|s)|(?<=figures )show(?:ed)?|(?<=data )show(?:ed|s)?|now (?=puts?\b)puts?|report(?= (?:that|at least|about|around|more than|figures|\d))|place[sd]?(?= the (?:figure|number|toll|death))|recalled|recalls)"
)

# "… said observatory chief Karim Haddad": the office stands before the name.
_OFFICE = (
    r"(?:(?:observatory|police|army|military|government|hospital|ministry|local|senior|state|village|rebel|opposition|"
    r"security|activist|resident|witness|spokes\w+|chief|director|governor|mayor|minister|doctor|medic|head) ){1,3}"
)

VOICES = Voices(
    attributed=Cue(
        rf"\b(?:(?:[Aa]ccording to )?(?:[a-z-]+ ){{0,3}}(?i:{_TOLL}) {_MADE}(?: \w+)? by|[Aa]ccording to (?:(?:the|an?) )?(?:[a-z-]+ ){{0,2}}{_TOLL} (?:from|by|of)|[Aa]ccording to|[Aa]s reported by|[Rr]eported by|[Dd]ocumented by|[Rr]ecorded by|[Vv]erified by|[Pp]rovided by|[Cc]ompiled by|[Qq]uoted by|[Rr]eleased by|[Pp]ublished by|[Cc]ounted by|[Aa]nnounced by|[Cc]onfirmed by|[Rr]egistered by|[Mm]onitored by|[Tt]racked by|[Cc]ited by|[Cc]iting|[Ii]n a (?:statement|report) by|[Ff]igures (?:from|by|released by)|[Dd]ata (?:from|by)|[Aa] tally by|[Aa] count by|[Ee]stimates (?:from|by)|[Aa]s per|[Pp]er the) (?P<voice>(?:(?:[A-Z]\.){{2}}|[^.;:!?()\n—]){{2,110}})|(?P<relay>[A-Z][\w’' ]{{2,50}}?) (?:quoted|cited) (?P<voice2>[^.;:!?()\n—]{{2,90}}?) (?:as saying|as reporting)|\b[Aa]n? (?:[a-z]+ )??(?P<voice3>government|army|military|police|rebel|[A-Z][\w.]+) (?:toll|tally|count) (?=stood|stands|put|was|is|show|gave|had|has|reached|rose)",
    ),
    saying=Cue(
        rf"(?<![\w-])(?<!was )(?<!were )(?<!been )(?<!being )(?<! be )(?<! is )(?<! are )(?:(?:has|have|had|also|later|earlier|further|previously|initially|then|since|separately|meanwhile|did not|has not|have not|not|been able to|independently|immediately|officially) )*\b{_SAID}\b(?! (?:killed|dead|missing|injured|by|wounded|casualties|deaths|at the scene|alive|death|number|cases|said|say))",
    ),
    told=Cue(
        r"[\w ]{0,40}?\b(?:told|tells|in comments to|in an interview with|in remarks to) (?P<relay>[^.;:!?()\n—,]{2,60})"
    ),
    inverted=Cue(
        rf"(?!\w+ing )[a-z]+ (?:[a-z]+ )??(?P<voice>(?:(?:the|an?|one|his|her|its) [a-z]|(?:the |an? |{_OFFICE})?[A-Z])[^.;:!?\n\"“”]{{1,100}})"
    ),
    ends=Cue(
        r",| (?:that(?! monitor)|which|who(?! monitor)|said|says|told|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|\d)|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|in (?:a|an|its|their|his|her) |as of|at least|as saying|as quoted|and (?:the )?(?:number|death|toll|at least|more|another)|while|after|when|because|since|where|bringing|with|from (?:the|a) |including|killing|there|have|has|had|were|was|are|is|reported|late|early|earlier|yesterday|today|by (?:the|a) (?:same|time)|between \d|cited by|released|published|updated|dated|covering|issued|quoted by|carried by|speaking|adding|noting|about|more than|up to|to date|shows?)\b|[\"“”]| (?:\||By (?=[A-Z]))"
    ),
    voiceish=Cue(
        r"\b[A-Z][a-zA-Z]|\b(?:officials?|sources?|witness(?:es)?|residents?|activists?|media|ministry|authorit(?:y|ies)|police|army|military|hospitals?|medics?|monitors?|spokes\w+|governors?|ministers?|doctors?|rescuers?|relatives?|survivors?|group|groups|agency|agencies|observatory|network|organi[sz]ations?|committee|commission|councils?|office|department|directorate|reports?|statement|presidency|government|analysts?|commanders?|leaders?|villagers?|locals|lawyers?|teacher|chief|head|journalists?|correspondents?|outlets?|charity|ngo|watchdog|investigators?|prosecutors?|experts?|security forces|paramedics|workers|civil defen[cs]e|monitoring|mayor|resident|man|woman|mother|father|directorates|teams?|partners?|data|figures|assessment|update)\b"
    ),
    office=Cue(
        r"\b(?:head|director|chief|spokes\w+|chair\w*|founder|commissioner|representative|coordinator|manager|minister|official|researcher|secretary|envoy|member|president|leader|part) (?:of|for|at|in|with|from)\b|\b(?:which|who)\b",
        re.IGNORECASE,
    ),
    not_voice=Cue(
        r"^(?:\W|\d)*$|\b(?:earlier|previous|original) version\b|^(?:the |an? )?(?:[\w-]+ )?(?:bombings?|attacks?|(?:air ?)?strikes?|raids?|clashes|explosions?|blasts?|shelling|massacres?)\b|^(?:on|in|at|by|from|with|for|to|after|before|during|since|of|and|or)\b|^(?:the )?(?:city|town|village|province|governorate|district|neighbou?rhood|camp|region|area) of\b|^(?:according|each side|both sides|either side|neither side|all sides|the two sides|the other)\b|\b(?:were|was|been|has|have|had|led to|resulted in|killed|wounded|injured|died|displaced|dead|fled)\b|^(?:preliminary|initial|early|available|some|various|different|several|multiple|these|those|this|what|there|which|who|whom|people|no|many|an estimated|another|about|more)$|^(?:we|reports?(?! (?:from|by) )|i|are|is)\b|^(?:\w+ )?(?:photo(?:graph)?s?|videos?|images|footage)\b|^(?:at least|about|some|more than|up to|around|nearly|over|\d)",
        re.IGNORECASE,
    ),
    # "With reports of shelling": what looks like a verb of saying is none.
    noun_before=Cue(
        r"\b(?:with|amid|of|from|to|for|by|in|new|recent|several|some|multiple|conflicting|informal|verified|credible|field|despite|following|no|"
        r"the|these|those|such|other|initial|unconfirmed|its|their|his|her)$",
        re.IGNORECASE,
    ),
    not_names=phrases(
        """
        a; an; the; preliminary figures; initial reports; him; her; them; us; me; the same;
        international law; the plan; the deal; the agreement; those; these; some estimates; law;
        sharia; people; civilians; anyone; families; one; children; the strike; the attack;
        strikes; clashes; the explosion; the blast; the violence; the shelling; figures;
        the fighting; fighting; clashes; violence; shelling; hostilities; attacks; protests
        """
    ),
    headline=Cue(r"(?:(?<=\n)|\A)(?P<voice>[A-Z][\w.’' -]{1,40})(?=: \S)"),
    tagged=Cue(
        r"(?:(?<=[a-z]): (?P<voice>[A-Za-z][\w’' -]{2,40}?)"
        r"|(?: [–—-] | \(|,? (?:says?|reports?) )(?P<tag>[A-Za-z][\w’' -]{1,40}?)\)?)(?: \| .*| By [A-Z].*)?$"
    ),
    statement=Cue(r"(?!)"),
    goes_on=Cue(r"\W*(?:In addition(?: to|,)|Also,|A further \d|Another \d)"),
    documents=Cue(
        r"^(?:(?:the|this|its|their|his|her|an?|our|own|a new|latest|first|second|third|previous|new|earlier|initial|"
        r"situation|flash|preliminary|joint|daily|weekly|monthly|annual) ?)*"
        r"(?:reports?|updates?|statement|bulletin|assessment|alert|document|note|release|sitrep|survey|"
        r"dataset|database|matrix|figures?|data|brief|briefing|dashboard|snapshot|tally|account|testimony|count|toll)$|"
        r"^(?:its|their) (?:own )?(?:investigat\w+|inquiry|analysis|findings|teams?|monitors|staff|experts|researchers)$",
        re.IGNORECASE,
    ),
    owned=Cue(
        r"[’']s? (?:own |latest |updated |official |new )?(?:\w+ )?(?:figures?|data|counts?|tall(?:y|ies)|reports?|"
        r"numbers|estimates?|statements?|records|statistics|toll|update|sources?|account)$|"
        rf"^(?:(?:[Tt]he|[Aa]n?|previous|earlier|initial|first|latest|new|official|updated|provisional|preliminary|separate|media|local|news) )*"
        rf"{_TOLL} (?:{_MADE} )?(?:from|by) (?:the )?"
    ),
    passing=Cue(
        r"\b(?:since|after|before|until|when|once|as|because|unless|whether|if) (?:the |an? )?$"
    ),
    hearsay=Cue(
        r"\b(?:[Rr]eportedly|[Aa]llegedly|[Uu]nconfirmed reports?|[Ii]t (?:is|was|has been) (?:reported|said|believed|understood)|(?:are|is|were|was) (?:said|reported|believed|thought|understood) to (?:be|have)|[Rr]eports? (?:of|emerged|suggest(?:ed)?|indicate[ds]?|say|said)|[Rr]umou?rs?|[Ss]ome reports)\b",
    ),
    anaphoric=(
        (
            Cue(
                r"^(?:the|this|that) (?:[\w.]+-based |war |rights |same |independent |opposition |syrian )*"
                r"(?:war )?(?:monitor(?:ing)?(?: (?:group|organi[sz]ation|body))?|observatory|watchdog|network)$"
            ),
            "monitor",
        ),
        (
            Cue(
                r"^(?:the|this|that) (?:[\w.]+-based |rights |un |same |aid |local |international |state )*"
                r"(?:group|organi[sz]ation|agency|body|ngo|charity|"
                r"broadcaster|newspaper|outlet)$"
            ),
            "org",
        ),
        (
            Cue(
                r"^(?:the|this|that) (?:[a-z]+ )?(?:source|official|officer|spokes\w+|minister|governor|"
                r"mayor|doctor|resident|witness|activist|statement|commander|head|director|chief|news agency)s?$"
            ),
            "head",
        ),
        (
            Cue(
                r"^(?:the|this|that) (?:[a-z]+ )?(?:army|military|ministry|police|government|council|office|"
                r"commission|committee|department|directorate|hospital|presidency|authority|authorities)$"
            ),
            "head",
        ),
    ),
    anaphora={
        "it": "",
        "they": "",
        "he": "person",
        "she": "person",
        "the group": "org",
        "the monitor": "monitor",
        "the organization": "org",
        "the organisation": "org",
        "the agency": "org",
        "the ministry": "head",
        "the observatory": "monitor",
        "the war monitor": "monitor",
        "the report": "",
        "its spokesman": "",
        "its spokesperson": "",
        "its spokeswoman": "",
        "its head": "",
        "its director": "",
        "a spokesman": "",
        "a spokesperson": "",
        "a spokeswoman": "",
        "a statement": "",
        "observatory chief": "monitor",
        "the statement": "",
        "the source": "",
        "the official": "head",
        "the officials": "head",
        "the sources": "",
        "the network": "monitor",
        "the office": "head",
        "the spokesperson": "",
        "the spokesman": "",
        "the spokeswoman": "",
        "the monitoring group": "monitor",
        "the monitors": "monitor",
        "the document": "",
        "the commission": "head",
        "the committee": "head",
        "the body": "org",
        "the charity": "org",
        "the ngo": "org",
        "the army": "head",
        "the military": "head",
        "the same source": "",
        "the same sources": "",
        "the rights group": "org",
        "the un agency": "org",
        "the update": "",
        "the authority": "head",
        "the centre": "head",
        "the center": "head",
        "the department": "head",
        "the directorate": "head",
        "the britain-based monitor": "monitor",
    },
)
