"""The four domains, in the order of the guidance."""

from domains.attrition.model import DEFINITION as ATTRITION
from domains.data_management.model import DEFINITION as DATA_MANAGEMENT
from domains.governance.model import DEFINITION as GOVERNANCE
from domains.pathways.model import DEFINITION as PATHWAYS


DOMAINS = (GOVERNANCE, DATA_MANAGEMENT, PATHWAYS, ATTRITION)
