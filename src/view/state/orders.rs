//! The records of the tables, sorted by a column.

use std::cell::RefCell;
use std::rc::Rc;

use super::TableOrder;
use crate::model::RecordIndex;
use crate::query::Table;

/// One order of a table.
type Order = (Table, TableOrder, Rc<[RecordIndex]>);

/// Orders that a reader has asked for: each is made once, since it takes all records.
#[derive(Debug, Default)]
pub(in crate::view) struct Orders(RefCell<Vec<Order>>);

impl Orders {
    /// The records of a table in an order, made by a function if it is the first time.
    pub(in crate::view) fn of(
        &self,
        table: Table,
        order: TableOrder,
        make: impl FnOnce() -> Vec<RecordIndex>,
    ) -> Rc<[RecordIndex]> {
        let mut known = self.0.borrow_mut();
        if let Some((.., found)) = known.iter().find(|(of, by, _)| (*of, *by) == (table, order)) {
            return Rc::clone(found);
        }
        let made: Rc<[RecordIndex]> = make().into();
        known.push((table, order, Rc::clone(&made)));
        made
    }
}
