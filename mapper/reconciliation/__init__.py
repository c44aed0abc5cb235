"""Claims -> incidents, flows, series and totals: what may be added, what may not, and why.

Every function is pure, from tables to tables; rules with shown reasons, no trained model. `books` opens the claims
once; `nesting` says which figures lie inside others, `linking` which are of one event, `standing` which
have been replaced; `words` tells what became of each, and why.
"""

from mapper.reconciliation.accounting import accounted
from mapper.reconciliation.adding import added
from mapper.reconciliation.balance import balance, differences
from mapper.reconciliation.books import Books, opened
from mapper.reconciliation.disagreement import Disagreement, disagreement
from mapper.reconciliation.figures import rule_code
from mapper.reconciliation.flows import flows
from mapper.reconciliation.incidents import reconcile, windows
from mapper.reconciliation.intake import read_claims, read_decisions
from mapper.reconciliation.linking.links import links
from mapper.reconciliation.revisions import decide, replayed, unheard
from mapper.reconciliation.series import series
from mapper.reconciliation.totals import totals
from mapper.reconciliation.words.explaining import explain

__all__ = [
    "Books",
    "Disagreement",
    "accounted",
    "added",
    "balance",
    "decide",
    "differences",
    "disagreement",
    "explain",
    "flows",
    "links",
    "opened",
    "read_claims",
    "read_decisions",
    "reconcile",
    "replayed",
    "rule_code",
    "series",
    "totals",
    "unheard",
    "windows",
]
