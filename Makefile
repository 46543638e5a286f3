# The commands of this project. Each sets up what it needs: Python >= 3.11, git, make and a network are enough.

PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
RUN     := venv/bin/python -m

export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.PHONY: help venv demo test check fix generate bench dist clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 18

venv: venv/.ready ## make the folder venv/ with all that development needs; delete it to undo this

# no leftover of an interrupted `make venv` is built upon; dependency groups need pip 25.1
venv/.ready: pyproject.toml constraints.txt
	@test -x venv/bin/pip || { $(choose-python) && "$$python" -m venv --clear venv; }
	@$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt 'pip>=25.1'
	@$(RUN) pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable . --group dev
	@touch $@

define choose-python
for python in $(PYTHONS) ""; do \
	"$$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
done; \
test -n "$$python" || { echo "make: no Python >= 3.11 with its module venv among: $(PYTHONS)"; \
	echo "  what to do: install one (Debian: apt install python3 python3-venv) or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3"; false; }
endef

# The demo reads whom to talk to from its environment, so that a password is on no command line of ours.
demo: export DEMO_URL = $(call given,URL)
demo: export DEMO_USERNAME = $(call given,USER)
demo: export DEMO_PASSWORD = $(value PASSWORD)
demo: export DEMO_API_KEY = $(value API_KEY)
given = $(if $(filter command,$(firstword $(origin $1))),$(value $1))

demo: venv ## add, check, show and delete a torrent on a real qBittorrent; or on yours: URL=... USER=... PASSWORD=...
	@$(RUN) tools.demo

test: venv ## all checks and tests, on real daemons that are fetched first; ARGS="..." goes to pytest
	@$(RUN) tests.harness fetch || test "$(CI)" != true
	@$(RUN) bench.environments qbittorrent-api aiobtclientapi || test "$(CI)" != true
	@$(MAKE) --no-print-directory check
	@$(RUN) tests.harness.loopback $(RUN) pytest -n 6 --dist loadgroup $(ARGS)

check: venv ## generated files, lint, format, types, and who imports whom
	@$(RUN) tools.generate --check
	@$(RUN) ruff check
	@$(RUN) ruff format --check
	@$(RUN) mypy
	@$(RUN) pyright
	@venv/bin/lint-imports --no-logo

fix: venv ## put right what ruff can put right, and format
	@$(RUN) ruff check --fix
	@$(RUN) ruff format

generate: venv ## write the generated files from src/bitharbor/qbittorrent/spec
	@$(RUN) tools.generate

bench: venv ## measure faces, daemons and hashing beside peers and the bare limits; ARGS="..." measures faces only
	@$(RUN) bench $(ARGS)
	@test -n '$(ARGS)' || $(RUN) bench.daemons
	@test -n '$(ARGS)' || $(RUN) bench.hashing

dist: venv ## both wheels and the source distribution, in dist/
	@$(RUN) tools.dist

clean: ## remove what was built and cached, but not venv/
	@rm -rf build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	@find bench src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
