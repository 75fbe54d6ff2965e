/** What is wrong in the environment or in earshot.yaml, for whoever runs Earshot. Never holds a secret. */
export interface ConfigFault {
  /** `SLACK_SIGNING_SECRET`, or `earshot.yaml: sources[0].type (line 12)`. */
  readonly path: string;
  /** What is wrong, as it goes on from the path: "is missing". */
  readonly message: string;
  /** What would be right. */
  readonly mend: string;
}

/** Takes every fault as it is found, so that all are reported together. */
export type NoteFault = (fault: ConfigFault) => void;
