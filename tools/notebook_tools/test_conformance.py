"""The conformance test of Jupyter for kernels, with TypeScript for its samples."""

import jupyter_kernel_test


class TypeScriptKernel(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('test')"
    completion_samples = [
        {"text": "consol", "matches": {"console"}},
        {"text": "const café = 1; caf", "matches": {"café"}},
    ]
    complete_code_samples = ["1", "console.log('hi')", "export function f(x: number) {\n  return x;\n}\n", "await (await f()).g()"]
    incomplete_code_samples = ["function f(x: number) {", "f("]
    invalid_code_samples = ["const x = ;", "import = 7q"]
    code_generate_error = "throw new Error('x')"
    code_inspect_sample = "parseInt"
    code_display_data = [{"code": "require('tslab').display.html('<b>x</b>')", "mime": "text/html"}]
