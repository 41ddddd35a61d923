// What the page says in French.

/** @type {Readonly<Record<string, string>>} */
export const FRENCH = {
  actor: "Qui",
  all: "les masqués aussi",
  chronology: "Chronologie",
  claims: "Déclarations",
  clear: "Effacer",
  close: "Fermer",
  date: "Date",
  found: "{n} événements",
  foundMore: "les {n} premiers événements",
  from: "De",
  hidden: "{n} autres sont masqués : seules des machines le disent, peu sûres et non relues.",
  "known-by": "Connu le",
  machine: "lu par machine",
  more: "Suite",
  nothing: "Aucun événement.",
  overview:
    "Les événements dans le temps ; glisser choisit une période, un double clic montre tout",
  show: "Montrer",
  skip: "Aux événements",
  source: "Source",
  standing: "Statut",
  text: "Mots",
  to: "À",
  type: "Type",
  undated: "sans date",
  views: "Vues",
  "view-event": "Chronologie",
};
