"""English: what a sentence says of its own truth: what could be, what was long ago, what is doubted or corrected."""

import re

from mapper.extraction.languages.cue import Cue
from mapper.extraction.languages.table import Truth

__all__ = ["TRUTH"]


TRUTH = Truth(
    hypothetical=Cue(
        r"\b(?:defines?\b|defined as|definition of|designed (?:for|to)|could|would|might|may (?:be|have been|lead|result|cause|displace|kill|rise|reach|climb)|if|unless|threaten(?:s|ed|ing)? to|risks? (?:of|killing|displacing)|at risk of|plan(?:s|ned|ning)? to|fears? that|prepar(?:e|ing) for|in case of|scenario|contingency|exercise|drill|simulation|expect(?:s|ed|ing)?|projected|anticipated?|forecast|potential(?:ly)?|should (?:the|an?)|vow(?:s|ed)? to|in the event of|is likely to|are likely to|can kill|will (?:be|kill|displace|die|return|flee)|capacity (?:of|for|to)|capable of|able to (?:host|accommodate|house|shelter)|had hoped|target of|aims? to|goal of|enough (?:for|to)|sharing an?\b|seeks? to|intend(?:s|ed|ing)? to|novel|thriller|film|movie|fiction(?:al)?)\b",
        re.IGNORECASE,
    ),
    history=Cue(
        r"\b(?:during the (?:civil war|\d+-year|war that)|the (?:nearly )?(?:\d+|\w+teen)-year(?:-old|-long)? (?:civil )?(?:war|conflict)|decades? of (?:war|conflict)|World War|a decade ago|decades ago|years ago|centur(?:y|ies)|now in its \w+ year|(?<!since )(?<!began )(?<!started )(?<!erupted )(?<!launched )(?<!broke out )last year(?![’'])|a year (?:ago|earlier)|the previous year|(?:19|20)\d0s|in history|civil war (?:that )?(?:began|broke out|erupted|killed|has killed))\b",
        re.IGNORECASE,
    ),
    definition=Cue(
        r"\b(?:defines?|defined as|definition of|sharing an?)\b",
    ),
    unverified=Cue(
        r"(?:\b(?:not|un)(?:able| been able| yet been able| immediately|)\b[^.;]{0,40}\bverif(?:y|ied)|\bcould not (?:be )?(?:independently |immediately )*(?:verif|confirm)|\b(?:un|not (?:yet )?(?:been )?(?:independently |immediately |officially )?)(?:verified|confirmed)\b|\bno (?:independent |official )?(?:confirmation|verification)\b|\bunable to (?:independently |immediately )?(?:verify|confirm)|\bpending (?:further )?(?:confirmation|verification)|\bimpossible to (?:independently )?verify|\bhas yet to (?:be )?(?:verif|confirm)|\bdid not (?:immediately )?confirm)",
        re.IGNORECASE,
    ),
    disputed=Cue(
        r"\b(?:den(?:y|ied|ies|ying)|disput(?:e|ed|es|ing)|reject(?:s|ed|ing)? (?:the )?(?:claims?|reports?|allegations?|figures?|accusations?)|no evidence (?:that|of|for)|refut(?:e|ed|es|ing)|called (?:the )?(?:claims?|reports?|figures?) (?:false|baseless|fabricated)|contradict(?:s|ed|ing)|cast(?:s)? doubt)\b",
        re.IGNORECASE,
    ),
    verified=Cue(
        r"\b(?:has|have) (?:independently )?verified\b|\bindependently verified\b(?<!not independently verified)",
        re.IGNORECASE,
    ),
    correction=Cue(
        r"\b(?:revis(?:ed|es|ing)|correct(?:ed|s|ing|)|rais(?:ed|es|ing)|up|rose|risen|rising|increased?|climb(?:ed|ing)|jumped|lower(?:ed|s|ing)|reduc(?:ed|es|ing)|updat(?:ed|es|ing)|adjust(?:ed|s|ing)|grew|down|fell|dropped)\b[^.;]{0,60}?\bfrom\b(?! (?:the|an?) (?!earlier|previous|initial|original|first|estimated))|\b(?:earlier|previous|previously|initial|initially|originally|original)\b[^.;]{0,30}?\b(?:toll|figure|count|report(?:ed)?|estimate|put|said|announced|death toll|number)\b",
        re.IGNORECASE,
    ),
    restated=Cue(
        r"^\W*(?:It|That|This|There|They) (?:is|was|are|were|should (?:be|have been)) \S+,? not \S+"
    ),
    corrected=Cue(
        r"\b(?:(?:was|were|is|been|later|then|has|have|had) (?:later |since |then |now )?(?:revis|correct|rais|lower|reduc|updat|amend|adjust)ed|(?:correct|right|actual|true|new|updated|revised) (?:number|figure|toll|count|total)|should (?:be|have been|read))\b",
        re.IGNORECASE,
    ),
    mistaken_behind=Cue(
        r"^[^.;]{0,40}?\b(?:as (?:had been |was |were )?(?:\w+ )?(?:previously|earlier|initially|originally|wrongly|first)|was (?:wrong|incorrect|an error|in error|mistaken|inaccurate)|were (?:wrong|incorrect|mistaken)|in error|by mistake)\b",
        re.IGNORECASE,
    ),
    compared_behind=Cue(
        r"^[^.;,]{0,25}?(?:\b(?:in|during|of|from|for) (?:the |an? )?(?:previous|preceding|earlier|prior|last|same) (?!report|statement|count|toll|update|figure)\w+|\b(?:a|one|the) (?:day|week|month|year) (?:earlier|ago|before)\b|\blast (?:week|month|year)\b)",
        re.IGNORECASE,
    ),
    withdrawn=Cue(
        r"\b(?:retract|withdr[ae]w|took back|taken back|walked back|backtracked|rescind|disown|delet)\w*\b[^.;]{0,30}?\b(?:claims?|reports?|statements?|announcements?|figures?|toll|stor(?:y|ies)|posts?|tweets?|tall(?:y|ies)|allegations?|it|that)\b",
        re.IGNORECASE,
    ),
    erratum=Cue(
        r"^\W*(?:correct(?:ion|s|ed)\b|clarif(?:ication|ies)\b|erratum\b|editor[’']?s[’']? note\b)|\b(?:earlier|previous) version of (?:this|the) (?:article|story|report|text|update|post)\b|\b(?:this|the) (?:article|story|report|update) (?:has been|was) (?:corrected|amended|updated)\b",
        re.IGNORECASE,
    ),
    accusation=Cue(r"\baccused of $"),
    statements=Cue(
        r"\b(?:attack|attacks|attacked|clash\w*|control|shock\w*|condemn\w*|cease-?fire|truce|massacre\w*|violence|offensive|operation|ambush\w*|withdr\w+|security forces|investigat\w+|civilians|refugees|displace\w*|casualt\w+|killings?|executions?|curfew|reinforcements|hostilities|shelling|air ?strikes?|bombardment|siege|evacuat\w+)\b",
        re.IGNORECASE,
    ),
)
