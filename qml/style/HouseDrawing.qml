// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick

/// The house as a picture, for a page that is still empty: what stands in it is lit, the rest is outlined.
Canvas {
    id: drawing

    property color edge: Tokens.edge
    property color surface: Tokens.surface
    property color lit: Tokens.accentTint
    property color litEdge: Tokens.accent

    implicitWidth: 188
    implicitHeight: 132
    Accessible.ignored: true
    onEdgeChanged: requestPaint()
    onPaint: {
        const pen = getContext("2d");
        pen.reset();
        pen.lineWidth = Tokens.wire;
        pen.lineJoin = "round";
        pen.lineCap = "round";
        pen.fillStyle = surface;
        pen.strokeStyle = edge;
        pen.beginPath();
        pen.moveTo(14, 46);
        pen.lineTo(14, 122);
        pen.quadraticCurveTo(14, 130, 22, 130);
        pen.lineTo(166, 130);
        pen.quadraticCurveTo(174, 130, 174, 122);
        pen.lineTo(174, 46);
        pen.lineTo(94, 2);
        pen.closePath();
        pen.fill();
        pen.beginPath();
        pen.moveTo(14, 46);
        pen.lineTo(14, 122);
        pen.quadraticCurveTo(14, 130, 22, 130);
        pen.lineTo(166, 130);
        pen.quadraticCurveTo(174, 130, 174, 122);
        pen.lineTo(174, 46);
        pen.stroke();
        pen.beginPath();
        pen.moveTo(2, 53);
        pen.lineTo(94, 2);
        pen.lineTo(186, 53);
        pen.stroke();
        pen.beginPath();
        pen.roundedRect(30, 74, 36, 36, 8, 8);
        pen.fillStyle = lit;
        pen.strokeStyle = litEdge;
        pen.fill();
        pen.stroke();
        pen.strokeStyle = edge;
        pen.setLineDash([3, 3]);
        for (const x of [76, 122]) {
            pen.beginPath();
            pen.roundedRect(x, 74, 36, 36, 8, 8);
            pen.stroke();
        }
    }

    Icon {
        x: 38
        y: 82
        name: "laptop"
        color: drawing.litEdge
    }
}
