# SPDX-License-Identifier: GPL-3.0-or-later
# complete.zsh PAGES LINE: prints what LINE becomes when Tab is pressed at its end, in an interactive zsh that has the
# completion in the folder PAGES.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "
    PS1= RPS1=
    fpath=($1 \$fpath)
    autoload -Uz compinit && compinit -u -D
    show() { print -r -- \"<\$BUFFER>\" }
    zle -N show
    bindkey '^X' show
    print loaded-\$((1 + 1))"
zpty -r shell said '*loaded-2*'
zpty -w -n shell "$2"$'\t\x18'
zpty -r shell said '*<*>*'
print -r -- "${${said##*<}%%>*}"
zpty -d shell
