/**
 * What one attendee did at two conferences of 2024: facts of a real case, of which the programme keeps only titles and
 * days.
 */
type Outcome = 'Attended' | 'Arrived late' | 'Left early' | 'Could not get in'
export type Attended = {
  title: string
  outcome: Outcome
  /** Written in the note. */ note?: string
  wish?: 'Find the slides'
}

const saw = (title: string, note?: string): Attended => ({ title, outcome: 'Attended', ...(note && { note }) })

export const kubecon: Record<string, Attended[]> = {
  '2024-03-19': [
    saw(
      'Sometimes Lipstick Is Exactly What a Pig Needs!',
      '> A thin layer may be all a platform needs\n\n- [ ] Show it to the team',
    ),
    saw('Beyond Platform Thinking at Ritchie Brothers - Build Things No One Expects in a Place No One Expects'),
    saw(
      'Sponsored Keynote: Crossplane - The Best Kept Secret in Platform Engineering',
      'I sat here by mistake, and stayed.',
    ),
    { title: 'Building a Platform Engineering API Layer with kcp', outcome: 'Arrived late' },
    saw('Hands-on lab: container security', '```sh\nkubectl get pods --all-namespaces\n```'),
    saw('Paas Forward'),
  ],
  '2024-03-20': [
    saw('Keynotes: opening remarks'),
    saw('Keynote panel: AI (Mistral, Google, Ollama)'),
    { title: 'Keynote: Accelerating AI Workloads with GPUs in Kubernetes', outcome: 'Left early' },
    saw('10 Years of Kubernetes Patterns Evolution'),
    { title: "I'll Let Myself In: Kubernetes Privilege Escalation Tactics", outcome: 'Could not get in' },
    { title: 'Crossplane Intro and Deep Dive - the Cloud Native Control Plane Framework', outcome: 'Could not get in' },
  ],
  '2024-03-21': [
    saw('Keynote: Hip, Hip, Beret! No Cap, Just Cloud Native Facts'),
    saw('Keynote Panel Discussion: Revolutionizing Cloud Native Architectures with WebAssembly'),
    {
      title: 'We Tested and Compared 6 Database Operators. The Results are In!',
      outcome: 'Attended',
      wish: 'Find the slides',
    },
    saw(
      'Kubernetes Controllers in Rust: Fast, Safe, Sane',
      '```rust\nfn reconcile() -> Action { Action::await_change() }\n```',
    ),
    saw('Leveling up Wasm Support in Kubernetes'),
    saw("Keeping the Bricks Flowing: The LEGO Group's Approach to Platform Engineering for Manufacturing"),
    saw('Make Your Cluster Fly: Embed a Multi-Node Kubernetes Cluster Inside an Aircraft Using Puppet & Flux'),
  ],
  '2024-03-22': [
    saw('Keynote: opening remarks'),
    saw('Keynote: Success Not Guaranteed'),
    saw('Keynote: A 10-year Detour: The Future of Application Delivery in a Containerized World'),
    saw('Keynote Panel Discussion: Unity in Diversity: A Decade of Inclusive Growth in the Cloud Native Community'),
    saw(
      "Three's a Crowd: How to Achieve 2-Node HA at the Edge and Make Your CFO Smile",
      'The demo failed on stage, and everybody liked it the more.',
    ),
    saw('Trimaran: Load-Aware Scheduling for Power Efficiency and Performance Stability', '- [ ] To try at home'),
  ],
}

export const devworld: Attended[] = [
  saw('How good of a developer are you?'),
  saw('Climbing the product management career ladder', 'The sound comes by headset, from the next stage too.'),
  saw('De Nederlandse Kubernetes Podcast (live recording)'),
  saw('From Engineer to Engineering Manager'),
  saw('How to be an adult in (professional) relationships'),
  saw('The Cathedral, the Bazaar, and the Coffeehouse'),
  saw('Lost in Cyberspace: Tracking Down the Missing TCP Packet'),
]
