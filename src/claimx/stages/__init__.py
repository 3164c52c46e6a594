"""The stages of the pipeline, in the order in which the text flows through them."""
