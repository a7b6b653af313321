"""API: the questions and the corrections over HTTP, for scripts and notebooks; the application that pages join.

`application.create_application(store)` makes it; `communique serve` runs it, with the pages of `communique.web`.
Every question is asked through `questions.catalogue`, every decision taken through `workflow.take`, as on the command
line.
"""
