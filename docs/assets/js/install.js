/* `werkwijzer build` puts the offline copy here. */
