/** Names and values of one export; `true` behind a value that is a hash or a key. */
export type Fact = readonly [name: string, value: string, isCode?: boolean]

export const Facts = ({ facts, under = false }: { facts: readonly Fact[]; under?: boolean }) => (
  <dl className={under ? 'kv under-text' : 'kv'}>
    {facts.map(([name, value, isCode]) => (
      <div className="contents" key={name}>
        <dt>{name}</dt>
        <dd className={isCode ? 'code sm' : ''}>{value}</dd>
      </div>
    ))}
  </dl>
)
