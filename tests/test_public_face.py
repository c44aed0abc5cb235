import subprocess
import sys

import pytest

import mapper


def test_every_public_name_can_be_loaded():
    for name in mapper.__all__:
        assert getattr(mapper, name) is not None


def test_the_list_of_names_is_the_lazy_table():
    assert set(mapper.__all__) == {"__version__", *mapper._HOME}


def test_a_name_that_is_not_there_is_named():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = mapper.nothing


@pytest.mark.parametrize("call", ["import mapper", "from mapper.cli import app"])
def test_importing_loads_no_geopandas(call):
    code = f"{call}; import sys; print('geopandas' in sys.modules, 'pandas' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["False", "False"]
