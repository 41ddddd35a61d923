// What the API answers, as `timeline.queries.rows` has it.

/**
 * @typedef {{key: string, name: string, role: string, capacity: string | null, stance: string}}
 *   Party
 */
/**
 * @typedef {object} EventRow
 * @property {string} key
 * @property {string | null} date
 * @property {string | null} earliest
 * @property {string | null} latest
 * @property {string} date_status
 * @property {boolean | null} certain
 * @property {string} type
 * @property {string | null} title
 * @property {string | null} place
 * @property {Party[]} actors
 * @property {string | null} standing
 * @property {string[]} sources
 * @property {number} claims
 * @property {number} origins
 * @property {boolean} reviewed
 * @property {boolean} machine
 * @property {number | null} confidence
 * @property {boolean} hidden
 * @property {string} place_status
 */
/**
 * @typedef {object} QuantityRow
 * @property {string} name
 * @property {number | null} value
 * @property {number | null} low
 * @property {number | null} high
 * @property {string | null} unit
 */
/** @typedef {{text: string, by: string, at: string}} NoteRow */
/** @typedef {{field: string, read: unknown, now: unknown}} ChangeRow */
/**
 * @typedef {{says: string, by: string, at: string, why: string | null, changes: ChangeRow[]}}
 *   DecisionRow
 */
/**
 * @typedef {{by: string, how: string | null, published: string | null, quote: string | null}}
 *   GoneRow
 */
/**
 * @typedef {object} ClaimRow
 * @property {string} key
 * @property {string} event
 * @property {string | null} title
 * @property {string} source
 * @property {string | null} published
 * @property {string} access
 * @property {string} polarity
 * @property {string} modality
 * @property {string | null} said
 * @property {string | null} rule
 * @property {string | null} date
 * @property {string | null} bound
 * @property {string | null} place
 * @property {QuantityRow[]} quantities
 * @property {Party[]} who
 * @property {string[]} chain
 * @property {string | null} quote
 * @property {number | null} quote_start
 * @property {number | null} quote_end
 * @property {string | null} locator
 * @property {string | null} remark
 * @property {string | null} extractor
 * @property {number | null} confidence
 * @property {boolean} pinned
 * @property {string | null} withdraws
 * @property {DecisionRow | null} decision
 * @property {NoteRow[]} notes
 * @property {GoneRow | null} gone
 * @property {boolean} evidence
 */
/** @typedef {{claim: string, source: string, date: string, why: string}} LostRow */
/**
 * @typedef {object} RevokedRow
 * @property {string} claim
 * @property {string} source
 * @property {string} polarity
 * @property {string} modality
 * @property {string | null} date
 * @property {string | null} quote
 * @property {string} revoked_at
 */
/**
 * @typedef {object} LinkRow
 * @property {string} event
 * @property {string | null} title
 * @property {string} kind
 * @property {string} other
 * @property {string | null} other_title
 * @property {string | null} source
 */
/**
 * @typedef {object} Voice
 * @property {string | null} source
 * @property {string | null} claim
 * @property {string | null} quote
 * @property {string | null} collection
 * @property {string | null} origin
 */
/** @typedef {{says: string, voices: Voice[], why: string | null}} Side */
/**
 * @typedef {{about: string, says: string | null, status: string, reason: string, sides: Side[]}}
 *   ValueRow
 */
/**
 * @typedef {{about: string, of: string, key: string, title: string | null, sides: Side[]}}
 *   ConflictRow
 */
/**
 * @typedef {object} Dossier
 * @property {EventRow} event
 * @property {string | null} summary
 * @property {string[]} tags
 * @property {string} date_reason
 * @property {string} standing_reason
 * @property {LostRow[]} lost
 * @property {ClaimRow[]} claims
 * @property {LinkRow[]} links
 * @property {RevokedRow[]} revoked
 * @property {ConflictRow[]} statements
 * @property {NoteRow[]} notes
 * @property {ValueRow[]} values
 */
/**
 * @typedef {object} ActorRow
 * @property {string} key
 * @property {string} name
 * @property {string} kind
 * @property {string[]} names
 * @property {string | null} first
 * @property {string | null} last
 * @property {number} events
 * @property {boolean} mention
 * @property {string | null} description
 * @property {string | null} event
 * @property {string | null} source
 */
/** @typedef {{text: string, language: string | null, kind: string}} NameRow */
/**
 * @typedef {object} PositionRow
 * @property {string} title
 * @property {string | null} organisation
 * @property {string | null} held
 * @property {string | null} source
 * @property {string | null} called
 */
/**
 * @typedef {object} AppearanceRow
 * @property {string} event
 * @property {string | null} date
 * @property {string} date_status
 * @property {string | null} title
 * @property {string} role
 * @property {string | null} capacity
 * @property {string} standing
 * @property {string[]} positions
 */
/** @typedef {{key: string, name: string, events: number}} CompanyRow */
/**
 * @typedef {object} Profile
 * @property {ActorRow} actor
 * @property {string | null} description
 * @property {NameRow[]} names
 * @property {[string, string][]} identifiers
 * @property {string[]} merged
 * @property {string[]} merged_by_machine
 * @property {PositionRow[]} positions
 * @property {[string, number][]} roles
 * @property {AppearanceRow[]} appearances
 * @property {CompanyRow[]} company
 * @property {number} hidden
 * @property {NoteRow[]} notes
 */
/**
 * @typedef {object} SourceRow
 * @property {string} key
 * @property {string} kind
 * @property {string | null} title
 * @property {string | null} publisher
 * @property {string | null} author
 * @property {string | null} url
 * @property {string | null} language
 * @property {string | null} published
 * @property {string} access
 * @property {number} claims
 * @property {number} events
 * @property {string | null} replaces
 * @property {string | null} version
 * @property {string | null} evidence
 * @property {boolean} partial
 * @property {string | null} replaced_by
 */
/** @typedef {{source: SourceRow, claims: ClaimRow[], notes: NoteRow[]}} SourceDetail */
/** @typedef {{key: string, language: string | null, text: string | null}} HeldText */
/**
 * @typedef {{key: string | null, name: string | null, total: number, counts: number[]}} LaneRow
 */
/**
 * @typedef {object} Density
 * @property {string | null} start
 * @property {string | null} end
 * @property {number} width
 * @property {number} events
 * @property {number} undated
 * @property {LaneRow[]} lanes
 */
/**
 * @typedef {{text: string, says: string, earliest: string | null, latest: string | null}} WordRow
 */
/** @typedef {{key: string | null, name: string, apart: string}} Meant */
/**
 * @typedef {{key: string | null, name: string, role: string | null, capacity: string | null}}
 *   Person
 */
/**
 * @typedef {object} SuggestionRow
 * @property {string} key
 * @property {string | null} name
 * @property {string[]} others
 * @property {string[]} other_names
 * @property {number} size
 * @property {string} reason
 */
/**
 * @typedef {object} Vocabulary
 * @property {WordRow[]} roles
 * @property {WordRow[]} kinds
 * @property {WordRow[]} modalities
 * @property {WordRow[]} polarities
 */
/**
 * @typedef {object} AskedGroup
 * @property {{name: string, kind: string, keys: string[], sources: number, claims: number}} group
 * @property {{key: string, source: string | null, quote: string | null}[]} members
 */
/**
 * @typedef {object} EventProposal
 * @property {string} key
 * @property {string | null} title
 * @property {string} type
 * @property {string | null} date
 * @property {string[]} who
 */
/** @typedef {{start: number, end: number, kind: string}} Mark */
/** @typedef {{text: string, start: number, marks: Mark[]}} MarkedPassage */
/**
 * @typedef {object} AskedClaim
 * @property {string} key
 * @property {string} source
 * @property {string} source_title
 * @property {string | null} published
 * @property {string | null} language
 * @property {EventRow} event
 * @property {string | null} date
 * @property {string | null} said
 * @property {string | null} place
 * @property {string | null} place_name
 * @property {string} polarity
 * @property {string} modality
 * @property {string[]} chain
 * @property {string | null} decision
 * @property {string | null} by
 * @property {MarkedPassage} passage
 * @property {string[]} doubts
 * @property {ClaimRow[]} others
 * @property {Person[]} people
 * @property {{date: string, said: string | null}[]} dates
 * @property {EventProposal[]} events
 * @property {NoteRow[]} notes
 */

export {};
