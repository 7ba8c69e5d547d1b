//! What data say of their kinds.

use enforcement_map::model::{ActionKind, Kinds, LocalizedText, OwnKind, Sign};

fn own(kind: &str, sign: Option<Sign>) -> OwnKind {
    OwnKind { kind: ActionKind::new(kind), name: LocalizedText::default(), sign }
}

#[test]
fn each_kind_has_a_sign_of_its_own_as_far_as_they_go() {
    let all: Vec<ActionKind> = (0..25).map(|n| ActionKind::new(&format!("kind {n:02}"))).collect();
    let kinds = Kinds::new(all.clone(), &[]);
    let mut signs: Vec<Sign> = Vec::new();
    for kind in &all {
        if !signs.contains(&kinds.sign(kind)) {
            signs.push(kinds.sign(kind));
        }
    }
    assert_eq!(signs.len(), 20);
}

#[test]
fn a_chosen_sign_is_given_to_no_other() {
    let present = ["fine", "audit", "raid"].map(ActionKind::new);
    let kinds = Kinds::new(present, &[own("audit", Some(Sign::Disc))]);
    assert_eq!(kinds.sign(&ActionKind::new("audit")), Sign::Disc);
    assert_eq!(kinds.sign(&ActionKind::new("fine")), Sign::Square);
    // Those that the map knows keep theirs, as long as the data do not choose another one.
    assert_eq!(kinds.sign(&ActionKind::Raid), Sign::Door);
    let kinds = Kinds::new([ActionKind::Raid], &[own("raid", Some(Sign::Bolt))]);
    assert_eq!(kinds.sign(&ActionKind::Raid), Sign::Bolt);
}

#[test]
fn the_order_is_that_of_the_list() {
    let present = ["meeting", "raid", "audit", "fine"].map(ActionKind::new);
    let list = [own("fine", None), own("raid", None), own("absent", None)];
    let kinds = Kinds::new(present, &list);
    let order: Vec<&str> = kinds.all().map(ActionKind::as_str).collect();
    assert_eq!(order, ["fine", "raid", "meeting", "audit"]);
}
