import TestSupport
import Testing

// Values that are cut off, and what was to be replaced.

extension RuleTests {
  static let leftovers = [
    RuleCase(
      name: "a value that a '#' cuts off",
      front: "team: Hall #2\ntags: [one]  # a note\n# another\nclearance: None # yet\n",
      text: """
        content/jobs/welder.md:8:12: warning: '#2' is not read, as a '#' behind a space begins a \
        note to yourself [yaml/cut-value]
          8 | team: Hall #2
            |            ^^
          = help: write "Hall #2" with its quotes, or put two spaces in front of the '#' if it is a note
        content/jobs/welder.md:11:17: warning: '# yet' is not read, as a '#' behind a space begins a \
        note to yourself [yaml/cut-value]
          11 | clearance: None # yet
             |                 ^^^^^
          = help: if it is a note, put two spaces in front of the '#', else write "None # yet" with its \
        quotes

        """
    ),
    RuleCase(
      name: "a '#' that cuts nothing off",
      front: "team: C# and F#\ntravel: \"Hall #2\"\ntags: [one] # a note\nduration: # none\n"
        + "date_updated: 2026-11-02 # by Ana\n",
      text: ""
    ),
    RuleCase(
      name: "a value that is cut off, where the site doesn't mind",
      front: "team: Hall #2\n",
      site: "checks: {severity: {yaml/cut-value: off}}\n",
      text: ""
    ),
    RuleCase(
      name: "what the program wrote to be replaced",
      front: "team: Payments  # fill in\n",
      body: "## Your days\n\nTell more here.\n",
      text: """
        content/jobs/welder.md:8:17: error: '# fill in' says that this value is only an example \
        [job/unfilled]
          8 | team: Payments  # fill in
            |                 ^^^^^^^^^
          = help: correct the value, then delete '# fill in'; 'status: draft' hides the posting until \
        then
        content/jobs/welder.md:13:1: error: 'Tell more here.' stands where the text should be \
        [job/unfilled]
          13 | Tell more here.
             | ^^^^^^^^^^^^^^^
          = help: write what readers should know, or delete it with its heading; 'status: draft' hides \
        the posting until then

        """
    ),
    RuleCase(
      name: "what the program wrote, in a draft",
      front: "status: draft\nteam: Payments  # fill in\n",
      body: "Tell more here. TODO\n",
      text: ""
    ),
    RuleCase(
      name: "what people write to be replaced",
      front: "team: xxx\n# TODO: the pay\n",
      body: "Lorem ipsum dolor. Weld (TODO) XXXL frames by todo lists. <!-- TODO: more -->\n",
      text: """
        content/jobs/welder.md:8:7: warning: 'xxx' looks like something that was to be replaced \
        [job/placeholder]
          8 | team: xxx
            |       ^^^
          = help: write what belongs there, or delete it
        content/jobs/welder.md:12:1: warning: 'Lorem ipsum' looks like something that was to be \
        replaced [job/placeholder]
          12 | Lorem ipsum dolor. Weld (TODO) XXXL frames by todo lists. <!-- TODO: more -->
             | ^^^^^^^^^^^
          = help: write what belongs there, or delete it
        content/jobs/welder.md:12:26: warning: 'TODO' looks like something that was to be replaced \
        [job/placeholder]
          12 | Lorem ipsum dolor. Weld (TODO) XXXL frames by todo lists. <!-- TODO: more -->
             |                          ^^^^
          = help: write what belongs there, or delete it

        """
    ),
    RuleCase(
      name: "a word of a language",
      front: "lang: pt\n",
      body: "TODO o dia na doca. TODO: mais.\n",
      site: "languages: [en, pt]\n",
      text: """
        content/jobs/welder.md:11:21: warning: 'TODO' looks like something that was to be replaced \
        [job/placeholder]
          11 | TODO o dia na doca. TODO: mais.
             |                     ^^^^
          = help: write what belongs there, or delete it

        """
    ),
  ]
}
