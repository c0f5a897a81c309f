"""papermill's parameters → a cell in TypeScript, which papermill puts behind the cell with the tag `parameters`.

papermill loads this file as a plugin: it asks for an engine, gets its own, and knows TypeScript from then on.
"""

import json
import math
import re

from papermill.engines import NBClientEngine
from papermill.exceptions import PapermillException
from papermill.models import Parameter
from papermill.translators import Translator, papermill_translators

engine = NBClientEngine
NAME = re.compile(r"[A-Za-z_$][\w$]*")
DECLARATION = re.compile(r"(?:const|let|var)\s+([A-Za-z_$][\w$]*)\s*(?::\s*([^=]+?)\s*)?=\s*(.*?);?\s*(?://\s*(.*))?$")


class TypeScriptTranslator(Translator):
    @classmethod
    def translate(cls, val):
        if isinstance(val, float) and not math.isfinite(val):
            return "NaN" if math.isnan(val) else "Infinity" if val > 0 else "-Infinity"
        if isinstance(val, dict):
            return "{ " + ", ".join(f"{json.dumps(str(key))}: {cls.translate(each)}" for key, each in val.items()) + " }"
        if isinstance(val, (list, tuple)):
            return f"[{', '.join(map(cls.translate, val))}]"
        return json.dumps(val if isinstance(val, (str, bool, int, float, type(None))) else str(val))

    @classmethod
    def comment(cls, text):
        return f"// {text}"

    @classmethod
    def assign(cls, name, text):
        """Declares it again: a later cell may do so, and a constant keeps the narrow type that an option asks for."""
        if not NAME.fullmatch(name):
            raise PapermillException(f"{name!r} is no name in TypeScript; call the parameter e.g. {re.sub(r'[^A-Za-z0-9_]', '_', name)!r}")
        return f"const {name} = {text};"

    @classmethod
    def inspect(cls, parameters_cell):
        """The parameters for `papermill --help-notebook`: one declaration a line, a comment behind it is its help."""
        found = (DECLARATION.match(line.strip()) for line in parameters_cell["source"].splitlines())
        return [
            Parameter(name=one[1], inferred_type_name=one[2] or "None", default=one[3], help=one[4] or "")
            for one in found
            if one
        ]


papermill_translators.register("typescript", TypeScriptTranslator)
