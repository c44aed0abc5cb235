"""When: the dates a sentence names, what each is to it, and which of them are a claim's."""
