import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'

export interface TabEntry {
  id: string
  label: string
  /** shown behind the label, already formatted */
  count?: string
}
interface Props {
  label: string
  tabs: readonly TabEntry[]
  selected: string
  onSelect: (id: string) => void
  /** the chosen tab's content */
  children: ReactNode
}

/** Tabs with the arrow keys; only the chosen panel exists. */
export function Tabs({ label, tabs, selected, onSelect, children }: Props) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(String(key))}>
      <TabList aria-label={label}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id}>
            {tab.label}
            {tab.count !== undefined && <span className="n"> {tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      <TabPanel key={selected} id={selected}>
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
