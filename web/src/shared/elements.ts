// The custom elements behind Designsystemet's React components, only those that this app uses. They tie
// labels, descriptions and faults to their fields and close windows; without them a field has no name.
import "@digdir/designsystemet-web/clickdelegatefor";
import "@digdir/designsystemet-web/dialog";
import "@digdir/designsystemet-web/ds-field";
import "@digdir/designsystemet-web/fieldset";
import "@digdir/designsystemet-web/invokers";
import "@digdir/designsystemet-web/readonly";
