/* Nothing: this site was built without an offline copy. `werkwijzer build` puts the start of that copy here. */
