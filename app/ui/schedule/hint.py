"""The line over the board that helps whoever has just begun: no halls yet, nothing placed yet."""

from app.i18n.active import _
from app.ui.schedule.plan import Plan
from app.ui.widgets.message import InlineMessage, Level


class Hint(InlineMessage):
    """What comes next in a programme that is still bare; nothing once it is under way. `followed` asks for halls."""

    def show_plan(self, plan: Plan) -> None:
        """Say what this programme needs first."""
        if not plan.halls:
            self.tell(Level.INFO, _("This programme has no halls yet."), _("Choose halls…"))
        elif plan.cards or not plan.schedule.tray:
            self.clear()
        else:
            self.tell(Level.INFO, _("Nothing is placed yet. Drag a title onto the board, or press P."))
