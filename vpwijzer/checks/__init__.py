"""What `controleer` does: static checks, proof, causes."""
