"""Orders of the shop's own API, a page at each sync."""

from fivetran_connector_sdk import Connector
from fivetran_connector_sdk import Operations as op


def schema(configuration):
    return [{"table": "orders", "primary_key": ["id"]}]


def update(configuration, state):
    last = state.get("last", 0)
    op.upsert(table="orders", data={"id": last + 1})
    op.checkpoint(state={"last": last + 1})


connector = Connector(update=update, schema=schema)
