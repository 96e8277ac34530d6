"""A sensitivity label as Word keeps one in a file: custom properties that Microsoft Purview reads.

It names the label and encrypts nothing.
"""

import uuid
from xml.sax.saxutils import escape

from planc.model.paper import Paper, SensitivityLabel

PART = "/docProps/custom.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_NAMES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_OF_USERS = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the set that custom properties belong to


def label_part(label: SensitivityLabel, paper: Paper) -> bytes:
    """The properties, the same for the same paper: as if the label was set on its day."""
    key = label.id.lower()
    action = uuid.uuid5(uuid.UUID(label.id), paper.name)
    values = {
        "Enabled": "true",
        "SetDate": f"{paper.as_of.isoformat()}T00:00:00Z",
        "Method": "Standard",  # not by a person
        "Name": label.name,
        "SiteId": label.tenant.lower(),
        "ActionId": str(action),
        "ContentBits": "0",  # no marking of its own, and no encryption
    }
    properties = "".join(
        f'<property fmtid="{_OF_USERS}" pid="{number}" name="MSIP_Label_{key}_{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<Properties {_NAMES}>{properties}</Properties>".encode()
