-- A word of a query is looked up among the names of agents, places and happenings.

create index authority_name_by_name on authority_name (folded, authority);
