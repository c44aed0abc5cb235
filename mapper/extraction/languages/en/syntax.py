"""English: how sentences and lists are joined: wholes and their parts, clauses, verbs and their order."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Syntax, phrases
from mapper.model import Measure

__all__ = ["SYNTAX"]


SYNTAX = Syntax(
    including=phrases(
        """
        including; among them; amongst them; among whom; of whom; of them; of which; of those;
        of these; comprising; whom; consisting of; made up of; mostly; them; counting; include;
        includes; included
        """
    ),
    of_them={
        **dict.fromkeys(
            phrases(
                """
                of them; of whom; of which; of those; of these; of the victims; critically;
                seriously; severely
                """
            )
        ),
        **dict.fromkeys(
            phrases("of the dead; of the killed; of those killed; of the slain"), Measure.KILLED
        ),
        **dict.fromkeys(
            phrases(
                "of the wounded; of the injured; of those wounded; of those injured; of those hurt"
            ),
            Measure.INJURED,
        ),
        **dict.fromkeys(
            phrases("of those arrested; of those detained; of the detained"), Measure.DETAINED
        ),
        **dict.fromkeys(phrases("of the displaced; of those displaced"), Measure.DISPLACED),
        **dict.fromkeys(phrases("of the casualties"), Measure.CASUALTIES),
        **dict.fromkeys(phrases("of the missing"), Measure.MISSING),
    },
    total_includes=Cue(
        r"(?P<sum>\b(?:[Tt]his|[Tt]he|[Tt]hat|[Ii]ts|[Tt]heir)(?: \w+){0,2}? (?:total|toll|figures?|numbers?|count|tally)(?: also| reportedly)? (?:include|comprise|cover|consist of|is made up of)|\b(?:death toll|toll|total) (?:also )?includ|^\W*(?P<of>Of (?:these|those|them|the (?:[\d,]+ )?[a-z]+),))|^\W*(?:[^.;,]{0,70}(?:said|added|indicates?|noted|says)(?: that)? )?(?:(?:[Oo]f|[Aa]mong) (?:these|them|those|the ones|the (?:dead|victims|killed|total|injured|wounded|slain|casualties|fatalities|displaced|\d[\d,]*))\b|(?:[Tt]hey|[Tt]hese|[Tt]his(?= (?:also )?includ)|[Tt]he (?:[A-Z][a-z]+ )?(?:dead|victims|casualties|fatalities|killed|slain|injured|wounded|figures?|totals?)|[Tt]hose killed)(?: also)? (?:include|included|includes|were|comprise|are)\b)"
    ),
    list_heading=Cue(
        r"\b(?:as follows|breakdown|distributed|broken down)\b",
        re.IGNORECASE,
    ),
    spread=Cue(r"\b(?:distributed|broken down|breakdown|as follows)\b[^.\n]*:\s*$"),
    conjunctions=phrases(
        """
        and; as well as; along with; plus; alongside; together with; in addition to; &; besides
        """
    ),
    breaks=phrases(
        """
        while; after; as; when; where; but; because; before; until; whereas; although; though;
        if; since; amid; following; during; despite; so; which; that; who; into; against;
        compared; according; whose; with; then
        """
    ),
    clause_ends=Cue(
        r",|[;:—–()\[\]\"“”•]| (?:that|while|but|saying|adding|and(?= (?:the|a|an|it|he|she|they) )|which|whose|where|because|after|although|though|if|when|since|as|–|-) |^(?:While|But|And|As|After|Although|Though|If|When|Since|Meanwhile|However|On \w+day|Later|Earlier|Separately|In \w+|Yesterday|Reportedly|Simultaneously|Overnight) (?!Observatory|Network|Arab)"
    ),
    function_words=phrases(
        """
        in; at; near; on; from; to; by; of; for; with; were; was; have; had; has; are; is; been;
        be; being; and; or; who; whom; that; which; this; these; those; the; his; her; their;
        its; it; they; he; she; we; while; after; as; when; during; following; since; between;
        into; across; around; inside; outside; within; where; including; more; not; would;
        could; may; might; will; can; did; do; than; per; there; but; so; over; under; against;
        amid; among; along; dead; a; an; also; only; just; out; off; up; down; still; alone;
        last; before; both; most; mostly; today; yesterday; overnight; far; each; all;
        throughout; through; due; continue; continues; continued; then; remain; remained; late; early; monday;
        tuesday; wednesday; thursday; friday; saturday; sunday; the largest number of;
        the highest number of; a record number of; the greatest number of; largest number of;
        highest number of; meanwhile; earlier; later; instantly
        """
    ),
    leaving=phrases("left; leaving; leaves; has left; have left; had left"),
    saying=phrases("said; says; told; added; stated; reported"),
    instead=phrases("not; instead of; rather than; and not; as opposed to"),
    # Captions, credits and stamps stand in the page, not in the story.
    apart=Cue(
        r"\((?:AP|AFP|Reuters|EPA|Getty|File|Photo)\b[^)\n]{0,80}\)\s*$|[./|] ?(?:AFP|Reuters|EPA|AP|Getty(?: Images)?|Anadolu)\s*$|"
        r"\b(?:[Ff]ile photo|AP Photo|Photo:|[Pp]hoto by|Getty Images|[Vv]iew photos|Image:|Caption:)|"
        r"^\W*(?:Published|Updated|Posted|Last updated|Last modified|Modified|Issued|Date:|Source:|Editor:|"
        r"Reporting by|Writing by|Editing by|Related|Read more|Also read|By [A-Z])\b|"
        r"^\W*[\w,./ -]{0,24}\d{1,2}:\d\d\b[\w,.:|/ -]{0,24}$"
    ),
    passive=phrases(
        """
        was; were; been; being; be; is; are; got; get; feared; reportedly; allegedly; believed;
        remain; remained; left; reported; confirmed
        """
    ),
)
