# nbgrader with TypeScript: copy this file into the folder of your nbgrader course.
c = get_config()  # noqa: F821, nbgrader defines it
c.ClearSolutions.code_stub = {"typescript": "throw new Error('Write your answer here');"}
