"""Claims -> incidents, flows, series and totals: what may be added, what may not, and why.

Every function is pure, from tables to tables; rules with shown reasons, no trained model.
"""

from mapper.reconciliation.explaining import explain
from mapper.reconciliation.flows import flows
from mapper.reconciliation.incidents import reconcile
from mapper.reconciliation.series import series, totals

__all__ = ["explain", "flows", "reconcile", "series", "totals"]
