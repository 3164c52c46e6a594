"""Who is named in a text? The parts of the stage ``speakers``, in the order of their use."""
