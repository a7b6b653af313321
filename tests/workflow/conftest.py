"""The stores of tests/store, one of each kind, for what is written into them."""

from store.conftest import address as address
from store.conftest import database as database
from store.conftest import store as store
from store.conftest import template as template
